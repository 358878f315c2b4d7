import numpy as np
from tensorflow.keras.preprocessing.sequence import pad_sequences, TimeseriesGenerator, make_sampling_table
from tensorflow.keras.preprocessing.text import Tokenizer, text_to_word_sequence, tokenizer_from_json

print(pad_sequences([[1], [2, 3], [4, 5, 6]]).tolist(), pad_sequences([[1, 2, 3]], maxlen=2, truncating="post").tolist())
print(pad_sequences([[1.5], [2, 3]], maxlen=3, padding="post", dtype="float32", value=-1), pad_sequences([[]], maxlen=2))
print(pad_sequences([[[1, 2]], [[3, 4], [5, 6]]], maxlen=2).tolist())
for wrong in (dict(padding="left"), dict(truncating="left")):
    try:
        pad_sequences([[1]], **wrong)
    except ValueError as error:
        print(error)
texts = ["The cat sat on the mat.", "The dog ate my homework!", "A cat, a dog; a mat"]
t = Tokenizer(num_words=6)
t.fit_on_texts(texts)
print(t.word_index, t.document_count, t.texts_to_sequences(texts), t.sequences_to_texts([[1, 2, 9]]))
for mode in ("binary", "count", "freq", "tfidf"):
    print(np.round(t.texts_to_matrix(texts, mode=mode), 5).tolist())
o = Tokenizer(oov_token="<oov>", lower=False)
o.fit_on_texts(texts[:2])
print(o.texts_to_sequences(["the Cat sat"]), o.word_index["<oov>"], o.sequences_to_texts([[1, 3]]))
c = Tokenizer(char_level=True)
c.fit_on_texts(["abca"])
print(c.word_index, c.texts_to_sequences(["cab"]))
r = tokenizer_from_json(t.to_json())
print(r.word_index == t.word_index, r.texts_to_sequences(texts[:1]), sorted(r.word_counts.items())[:2])
print(text_to_word_sequence("Hello, World! a\tb"), text_to_word_sequence("A-B c", filters="-", lower=False))
g = TimeseriesGenerator(np.arange(10).reshape(10, 1), np.arange(10), length=3, batch_size=4)
print(len(g), g[0][0].tolist(), g[0][1].tolist(), g[1][1].tolist())
g = TimeseriesGenerator(np.arange(20), np.arange(20), length=6, sampling_rate=2, stride=3, batch_size=2, reverse=False)
print(len(g), [(x.tolist(), y.tolist()) for x, y in (g[0], g[len(g) - 1])])
print(np.round(make_sampling_table(5), 6).tolist())
