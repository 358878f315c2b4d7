"""Records what Keras does where a tensor of a network is used as a number, an array or a sequence, for Tests/RefereeTests.

    python3 Scripts/referee/symbolic.py      # needs Keras 3.15 on TensorFlow; writes Tests/RefereeTests/Recorded/symbolic.jsonl
"""

import json
import os

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import keras  # noqa: E402

FILE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "Tests", "RefereeTests", "Recorded", "symbolic.jsonl")
PROLOGUE = "import math\nimport numpy as np\nimport keras\nfrom keras import layers, ops\nx = keras.Input((3,), name='x')\n"

EXPRESSIONS = """
np.mean(x); np.array(x); np.asarray(x); float(x); int(x); bool(x); np.add(x, 1); list(x); math.sqrt(x); len(x); np.sum(x)
np.sqrt(x); np.concatenate([x, x]); np.stack([x, x]); np.array([x, x]); np.maximum(x, 0); np.ones(3) + x; np.ones((1, 3)) * x
np.float32(2) * x; np.float64(2) + x; np.ones(3) < x; [1, 2][x]; range(x); max(x); sum(x); sorted(x); tuple(x); np.reshape(x, (-1,))
np.dot(x, x); np.where(x > 0, x, 0); np.expand_dims(x, 0); np.transpose(x); np.clip(x, 0, 1); np.argmax(x); np.isnan(x); 1 in x
f'{x:.2f}'; min(x, 1); x if x > 0 else 0; not x; x and 1; np.ones(3)[x]; ops.convert_to_numpy(x); math.floor(x); np.exp(x)
np.full((2,), x); np.linspace(0, x, 3); math.exp(x); np.allclose(x, x); any(x); all(x); iter(x); [v for v in x]; zip(x, x); enumerate(x)
layers.Dense(2)(np.array(x)); np.size(x); np.abs(x); [*x]; print(*x); np.shape(x); np.ndim(x); x in [1, 2]; x == x; x == 1; (x + np.ones(3)).shape
(x + 1).shape; abs(x).shape; round(x).shape; pow(x, 2).shape; (x // 2).shape; (2 ** x).shape; x[0].shape; ops.shape(x); ops.mean(x).shape
'%d' % x; '%f' % x; reversed(x); next(x)
"""
STATEMENTS = ["for v in x: pass", "a, b, c = x", "while x: break", "assert x", "x[0] = 1", "y = np.zeros((2, 3)); y += x", "if x: pass", "x += 1"]


def run(code):
    """What a statement shows, or the class of its error."""
    scope = {}
    exec(PROLOGUE, scope)
    try:
        exec(code, scope)
    except Exception as error:
        return type(error).__name__
    return repr(scope["value"]) if "value" in scope else ""


def main():
    expressions = [part.strip() for line in EXPRESSIONS.strip().splitlines() for part in line.split(";")]
    with open(FILE, "w") as file:
        for code in ["value = " + expression for expression in expressions] + STATEMENTS:
            file.write(json.dumps({"p": code, "o": run(code)}, separators=(",", ":")) + "\n")
    print(len(expressions) + len(STATEMENTS), "statements with", keras.__version__)


if __name__ == "__main__":
    main()
