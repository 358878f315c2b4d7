extension Prelude {
    /// The measures of `sklearn.metrics` for classes.
    static let learningMeasures = """
        def _plain(y):
            y = y.tolist() if hasattr(y, "tolist") else list(y)
            return [value[0] if isinstance(value, list) and len(value) == 1 else value for value in y]


        def _pair(y_true, y_pred):
            first, second = _plain(y_true), _plain(y_pred)
            if len(first) != len(second):
                raise ValueError(
                    f"Found input variables with inconsistent numbers of samples: [{len(first)}, {len(second)}]")

            def kind(values):
                if any(isinstance(value, list) for value in values):
                    return "multilabel-indicator"
                if any(isinstance(value, float) and value != int(value) for value in values):
                    return "continuous"
                return "multiclass" if len(set(values)) > 2 else "binary"
            kinds = {kind(first), kind(second)}
            if "continuous" in kinds or (len(kinds) > 1 and "multilabel-indicator" in kinds):
                raise ValueError(
                    f"Classification metrics can't handle a mix of {kind(first)} and {kind(second)} targets")
            return first, second


        def accuracy_score(y_true, y_pred, *, normalize=True, sample_weight=None):
            first, second = _pair(y_true, y_pred)
            weights = [1] * len(first) if sample_weight is None else _plain(sample_weight)
            hits = sum(weight for a, b, weight in zip(first, second, weights) if a == b)
            return hits / sum(weights) if normalize else float(hits)


        def confusion_matrix(y_true, y_pred, *, labels=None, sample_weight=None, normalize=None):
            first, second = _pair(y_true, y_pred)
            labels = sorted(set(first) | set(second)) if labels is None else _plain(labels)
            places = {label: place for place, label in enumerate(labels)}
            weights = [1] * len(first) if sample_weight is None else _plain(sample_weight)
            counts = [[0] * len(labels) for _ in labels]
            for a, b, weight in zip(first, second, weights):
                if a in places and b in places:
                    counts[places[a]][places[b]] += weight
            is_whole = all(isinstance(weight, (int, bool)) for weight in weights)
            matrix = np.array(counts, dtype="int64" if is_whole else "float64").reshape(len(labels), len(labels))
            if normalize in ("true", "pred"):
                return matrix / _nonzero(matrix.sum(axis=1 if normalize == "true" else 0, keepdims=True))
            return matrix / matrix.sum() if normalize == "all" else matrix


        def _ratio(part, whole):
            return part / whole if whole else 0.0


        def _scores(y_true, y_pred, labels=None):
            first, second = _pair(y_true, y_pred)
            labels = sorted(set(first) | set(second)) if labels is None else _plain(labels)
            scores = []
            for label in labels:
                hits = sum(a == label and b == label for a, b in zip(first, second))
                found, there = sum(b == label for b in second), sum(a == label for a in first)
                precision, recall = _ratio(hits, found), _ratio(hits, there)
                f1 = _ratio(2 * hits, found + there)
                scores.append((precision, recall, f1, there, hits, found))
            return labels, scores


        def _refuse(name, sample_weight, zero_division):
            _host.refuse(name, sample_weight=sample_weight, zero_division=zero_division not in ("warn", 0))


        def _averaged(place, y_true, y_pred, labels, pos_label, average):
            labels, scores = _scores(y_true, y_pred, labels)
            if average == "binary":
                if len(labels) > 2:
                    raise ValueError(
                        "Target is multiclass but average='binary'. Please choose another average setting, one of "
                        "[None, 'micro', 'macro', 'weighted'].")
                return scores[labels.index(pos_label)][place] if pos_label in labels else 0.0
            values = [score[place] for score in scores]
            if average is None:
                return np.array(values)
            if average == "micro":
                hits = sum(score[4] for score in scores)
                found, there = sum(score[5] for score in scores), sum(score[3] for score in scores)
                return (_ratio(hits, found), _ratio(hits, there), _ratio(2 * hits, found + there))[place]
            if average == "weighted":
                whole = sum(score[3] for score in scores)
                return _ratio(sum(score[place] * score[3] for score in scores), whole)
            return sum(values) / len(values)


        def precision_score(y_true, y_pred, *, labels=None, pos_label=1, average="binary", sample_weight=None,
                            zero_division="warn"):
            _refuse("precision_score", sample_weight, zero_division)
            return _averaged(0, y_true, y_pred, labels, pos_label, average)


        def recall_score(y_true, y_pred, *, labels=None, pos_label=1, average="binary", sample_weight=None,
                         zero_division="warn"):
            _refuse("recall_score", sample_weight, zero_division)
            return _averaged(1, y_true, y_pred, labels, pos_label, average)


        def f1_score(y_true, y_pred, *, labels=None, pos_label=1, average="binary", sample_weight=None,
                     zero_division="warn"):
            _refuse("f1_score", sample_weight, zero_division)
            return _averaged(2, y_true, y_pred, labels, pos_label, average)


        def classification_report(y_true, y_pred, *, labels=None, target_names=None, sample_weight=None, digits=2,
                                  output_dict=False, zero_division="warn"):
            _refuse("classification_report", sample_weight, zero_division)
            given = labels
            labels, scores = _scores(y_true, y_pred, labels)
            if target_names is not None and len(target_names) != len(labels):
                raise ValueError(
                    f"Number of classes, {len(labels)}, does not match size of target_names, {len(target_names)}. Try "
                    "specifying the labels parameter")
            names = [str(name) for name in (labels if target_names is None else target_names)]
            whole = sum(score[3] for score in scores)
            rows = [(name,) + score[:4] for name, score in zip(names, scores)]
            hits, found = sum(score[4] for score in scores), sum(score[5] for score in scores)
            averages = []
            is_accuracy = given is None or found == whole
            if not is_accuracy:
                averages.append(
                    ("micro avg", _ratio(hits, found), _ratio(hits, whole), _ratio(2 * hits, found + whole), whole))
            for kind in ("macro", "weighted"):
                weights = [1] * len(scores) if kind == "macro" else [score[3] for score in scores]
                averages.append((f"{kind} avg",) + tuple(
                    _ratio(sum(w * score[place] for w, score in zip(weights, scores)), sum(weights))
                    for place in range(3)) + (whole,))
            accuracy = _ratio(hits, whole)
            heads = ("precision", "recall", "f1-score", "support")
            if output_dict:
                report = {row[0]: dict(zip(heads, row[1:4] + (float(row[4]),))) for row in rows}
                if is_accuracy:
                    report["accuracy"] = accuracy
                report.update({row[0]: dict(zip(heads, row[1:4] + (float(row[4]),))) for row in averages})
                return report
            width = max([len(name) for name in names] + [len("weighted avg"), digits])
            text = " " * width + " " + "".join(f" {head:>9}" for head in heads) + "\\n\\n"

            def line(row):
                numbers = "".join(f" {value:>9.{digits}f}" for value in row[1:4])
                return f"{row[0]:>{width}} {numbers} {row[4]:>9}\\n"
            text += "".join(line(row) for row in rows) + "\\n"
            if is_accuracy:
                text += f"{'accuracy':>{width}} " + " " * 20 + f" {accuracy:>9.{digits}f} {whole:>9}\\n"
            return text + "".join(line(row) for row in averages)


        def _nonzero(values):
            return np.where(values == 0, 1.0, values)
        """
}
