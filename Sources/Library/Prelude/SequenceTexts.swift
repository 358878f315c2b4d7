extension Prelude {
    /// `pad_sequences` and what else makes arrays of lists of numbers.
    ///
    /// Source: the behaviour of keras/src/utils/sequence_utils.py and of the older keras.preprocessing.sequence.
    static let sequenceFunctions = """
        import random
        import numpy as np
        from keras import _host
        from keras.utils import PyDataset


        def pad_sequences(sequences, maxlen=None, dtype="int32", padding="pre", truncating="pre", value=0.0):
            for name, word in (("Truncating", truncating), ("Padding", padding)):
                if word not in ("pre", "post"):
                    raise ValueError(f'{name} type "{word}" not understood')
            try:
                lengths = [len(sequence) for sequence in sequences]
            except TypeError:
                raise ValueError("`sequences` must be a list of iterables.")
            if maxlen is None:
                maxlen = max(lengths)
            first = next((sequence[0] for sequence in sequences if len(sequence)), 0)
            if np.ndim(first) == 0:
                return _host.padded(sequences, maxlen, padding == "pre", truncating == "pre", value).astype(dtype)
            result = np.full((len(lengths), maxlen) + np.shape(first), value, dtype=dtype)
            for place, sequence in enumerate(sequences):
                kept = np.asarray(sequence)[-maxlen:] if truncating == "pre" else np.asarray(sequence)[:maxlen]
                if len(kept) and padding == "pre":
                    result[place, maxlen - len(kept):] = kept
                elif len(kept):
                    result[place, :len(kept)] = kept
            return result


        def make_sampling_table(size, sampling_factor=1e-5):
            rank = np.arange(size)
            rank[0] = 1
            inverse = rank * (np.log(rank) + 0.577) + 0.5 - 1.0 / (12.0 * rank)
            share = sampling_factor * inverse
            return np.minimum(1.0, share / np.sqrt(share))


        def skipgrams(sequence, vocabulary_size, window_size=4, negative_samples=1.0, shuffle=True, categorical=False,
                      sampling_table=None, seed=None):
            couples, labels = [], []
            for place, word in enumerate(sequence):
                if not word or (sampling_table is not None and sampling_table[word] < random.random()):
                    continue
                start, end = max(0, place - window_size), min(len(sequence), place + window_size + 1)
                for other in range(start, end):
                    if other != place and sequence[other]:
                        couples.append([word, sequence[other]])
                        labels.append([0, 1] if categorical else 1)
            if negative_samples > 0:
                words = [couple[0] for couple in couples]
                random.shuffle(words)
                count = int(len(labels) * negative_samples)
                couples += [
                    [words[place % len(words)], random.randint(1, vocabulary_size - 1)] for place in range(count)]
                labels += [[1, 0] if categorical else 0] * count
            if shuffle:
                seed = random.randint(0, 10000000) if seed is None else seed
                random.seed(seed)
                random.shuffle(couples)
                random.seed(seed)
                random.shuffle(labels)
            return couples, labels


        class TimeseriesGenerator(PyDataset):
            def __init__(self, data, targets, length, sampling_rate=1, stride=1, start_index=0, end_index=None,
                         shuffle=False, reverse=False, batch_size=128):
                super().__init__()
                if len(data) != len(targets):
                    raise ValueError(
                        "Data and targets have to be of same length. "
                        f"Data length is {len(data)} while target length is {len(targets)}")
                self.data = data
                self.targets = targets
                self.length = length
                self.sampling_rate = sampling_rate
                self.stride = stride
                self.start_index = start_index + length
                self.end_index = len(data) - 1 if end_index is None else end_index
                self.shuffle = shuffle
                self.reverse = reverse
                self.batch_size = batch_size
                if self.start_index > self.end_index:
                    raise ValueError(
                        f"`start_index+length={self.start_index} > end_index={self.end_index}` is disallowed, as no "
                        "part of the sequence would be left to be used as current step.")

            def __len__(self):
                width = self.batch_size * self.stride
                return (self.end_index - self.start_index + width) // width

            def __getitem__(self, index):
                if self.shuffle:
                    rows = np.random.randint(self.start_index, self.end_index + 1, size=self.batch_size)
                else:
                    start = self.start_index + self.batch_size * self.stride * index
                    end = min(start + self.batch_size * self.stride, self.end_index + 1)
                    rows = np.arange(start, end, self.stride)
                step = self.sampling_rate
                samples = np.array([self.data[int(row) - self.length:int(row):step] for row in rows])
                targets = np.array([self.targets[int(row)] for row in rows])
                return (samples[:, ::-1, ...] if self.reverse else samples), targets
        """

    /// `Tokenizer` and what else makes numbers of texts.
    ///
    /// Source: the behaviour of keras/src/legacy/preprocessing/text.py.
    static let textFunctions = """
        import collections
        import json
        import numpy as np

        _FILTERS = '!"#$%&()*+,-./:;<=>?@[\\\\]^_`{|}~\\t\\n'


        def text_to_word_sequence(input_text, filters=_FILTERS, lower=True, split=" "):
            if lower:
                input_text = input_text.lower()
            kept = "".join(split if letter in filters else letter for letter in input_text)
            return [word for word in kept.split(split) if word]


        def one_hot(input_text, n, filters=_FILTERS, lower=True, split=" ", analyzer=None):
            return hashing_trick(input_text, n, hash, filters, lower, split, analyzer)


        def hashing_trick(text, n, hash_function=None, filters=_FILTERS, lower=True, split=" ", analyzer=None):
            if hash_function in (None, "md5"):
                if hash_function == "md5":
                    raise NotImplementedError("hash_function='md5' is not implemented: leave it out")
                hash_function = hash
            words = text_to_word_sequence(text, filters, lower, split) if analyzer is None else analyzer(text)
            return [hash_function(word) % (n - 1) + 1 for word in words]


        class Tokenizer:
            def __init__(self, num_words=None, filters=_FILTERS, lower=True, split=" ", char_level=False, oov_token=None,
                         analyzer=None, nb_words=None, document_count=0):
                self.word_counts = {}
                self.word_docs = {}
                self.filters = filters
                self.split = split
                self.lower = lower
                self.num_words = num_words or nb_words
                self.document_count = document_count
                self.char_level = char_level
                self.oov_token = oov_token
                self.index_docs = {}
                self.word_index = {}
                self.index_word = {}
                self.analyzer = analyzer

            def _words(self, text):
                if self.char_level or isinstance(text, list):
                    if not self.lower:
                        return text
                    return [part.lower() for part in text] if isinstance(text, list) else text.lower()
                if self.analyzer is not None:
                    return self.analyzer(text)
                return text_to_word_sequence(text, self.filters, self.lower, self.split)

            def fit_on_texts(self, texts):
                for text in texts:
                    self.document_count += 1
                    words = self._words(text)
                    for word in words:
                        self.word_counts[word] = self.word_counts.get(word, 0) + 1
                    for word in set(words):
                        self.word_docs[word] = self.word_docs.get(word, 0) + 1
                counted = sorted(self.word_counts.items(), key=lambda pair: pair[1], reverse=True)
                known = ([] if self.oov_token is None else [self.oov_token]) + [word for word, _ in counted]
                self.word_index = {word: number for number, word in enumerate(known, 1)}
                self.index_word = {number: word for word, number in self.word_index.items()}
                for word, count in self.word_docs.items():
                    self.index_docs[self.word_index[word]] = count

            def fit_on_sequences(self, sequences):
                self.document_count += len(sequences)
                for sequence in sequences:
                    for number in set(sequence):
                        self.index_docs[number] = self.index_docs.get(number, 0) + 1

            def texts_to_sequences(self, texts):
                return list(self.texts_to_sequences_generator(texts))

            def texts_to_sequences_generator(self, texts):
                unknown = self.word_index.get(self.oov_token)
                for text in texts:
                    numbers = []
                    for word in self._words(text):
                        number = self.word_index.get(word)
                        if number is None or (self.num_words and number >= self.num_words):
                            number = unknown
                        if number is not None:
                            numbers.append(number)
                    yield numbers

            def sequences_to_texts(self, sequences):
                return list(self.sequences_to_texts_generator(sequences))

            def sequences_to_texts_generator(self, sequences):
                unknown = self.word_index.get(self.oov_token)
                for sequence in sequences:
                    words = []
                    for number in sequence:
                        word = self.index_word.get(number)
                        if word is None or (self.num_words and number >= self.num_words):
                            word = None if unknown is None else self.index_word[unknown]
                        if word is not None:
                            words.append(word)
                    yield " ".join(words)

            def texts_to_matrix(self, texts, mode="binary"):
                return self.sequences_to_matrix(self.texts_to_sequences(texts), mode=mode)

            def sequences_to_matrix(self, sequences, mode="binary"):
                if not self.num_words and not self.word_index:
                    raise ValueError(
                        "Specify a dimension (`num_words` argument), or fit on some text data first.")
                width = self.num_words or len(self.word_index) + 1
                if mode not in ("count", "freq", "binary", "tfidf"):
                    raise ValueError("Unknown vectorization mode:", mode)
                if mode == "tfidf" and not self.document_count:
                    raise ValueError("Fit the Tokenizer on some data before using tfidf mode.")
                rows = []
                for sequence in sequences:
                    row, counts = [0.0] * width, {}
                    for number in sequence:
                        if number < width:
                            counts[number] = counts.get(number, 0) + 1
                    for number, count in counts.items():
                        if mode == "tfidf":
                            weight = np.log(1 + self.document_count / (1 + self.index_docs.get(number, 0)))
                            row[number] = float((1 + np.log(count)) * weight)
                        else:
                            row[number] = {"count": count, "freq": count / len(sequence), "binary": 1.0}[mode]
                    rows.append(row)
                return np.array(rows, dtype="float64").reshape(len(rows), width)

            def get_config(self):
                return {
                    "num_words": self.num_words, "filters": self.filters, "lower": self.lower, "split": self.split,
                    "char_level": self.char_level, "oov_token": self.oov_token,
                    "document_count": self.document_count, "word_counts": json.dumps(self.word_counts),
                    "word_docs": json.dumps(self.word_docs), "index_docs": json.dumps(self.index_docs),
                    "index_word": json.dumps(self.index_word), "word_index": json.dumps(self.word_index)}

            def to_json(self, **kwargs):
                return json.dumps({"class_name": "Tokenizer", "config": self.get_config()}, **kwargs)


        def tokenizer_from_json(json_string):
            config = json.loads(json_string)["config"]
            parts = {}
            for name in ("word_counts", "word_docs", "index_docs", "index_word", "word_index"):
                parts[name] = json.loads(config.pop(name))
            tokenizer = Tokenizer(**config)
            tokenizer.word_counts, tokenizer.word_docs = parts["word_counts"], parts["word_docs"]
            tokenizer.index_docs = {int(key): value for key, value in parts["index_docs"].items()}
            tokenizer.index_word = {int(key): value for key, value in parts["index_word"].items()}
            tokenizer.word_index = parts["word_index"]
            return tokenizer
        """
}
