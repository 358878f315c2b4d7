import keras
import numpy as np
from keras import ops

whole = [[1, 2, 3], [0, 7, -3]]
arrays = {
    "bool": np.array([[True, False, True], [False, False, True]]),
    "uint8": np.array([[1, 2, 250], [0, 7, 3]], "uint8"),
    "int8": np.array([[1, -2, 100], [0, 7, -3]], "int8"),
    "int32": np.array(whole, "int32"),
    "int64": np.array(whole, "int64"),
    "float32": np.array([[1.5, -2.25, 3], [0.25, 7, -3.5]], "float32"),
    "float64": np.array([[1.5, -2.25, 3], [0.25, 7, -3.5]], "float64"),
}
unary = {
    (
        "bool uint8 int8 int32 int64 float32 float64"
    ): (
        "abs absolute all any amax amin argmax argmin argsort average ceil copy cumsum cumprod diff exp "
        "exp2 expm1 floor isfinite isinf isnan log1p logical_not max min mean nonzero ones_like "
        "zeros_like prod ravel sin sort sqrt square std sum trace transpose tril triu var tanh "
        "nan_to_num count_nonzero median flip squeeze cbrt trunc arctan cosh deg2rad norm"
    ),
    (
        "int8 int32 int64 float32 float64"
    ): (
        "negative"
    ),
    (
        "float32 float64"
    ): (
        "reciprocal sigmoid softmax elu selu gelu softplus softsign silu hard_sigmoid hard_tanh "
        "log_softmax log_sigmoid logsumexp rsqrt erf normalize"
    ),
    (
        "uint8 int8 int32 int64 float32 float64"
    ): (
        "round sign relu relu6 leaky_relu"
    ),
    (
        "uint8 int8 int32 int64"
    ): (
        "bitwise_not bitwise_invert"
    ),
}
binary = {
    (
        "uint8/uint8 int8/int8 int32/int32 int64/int32 uint8/int8 int32/float32 float32/float64 "
        "bool/int32 int64/float32 bool/2 bool/1.5 uint8/2 uint8/1.5 uint8/True int8/2 int8/1.5 int8/True"
        " int32/2 int32/1.5 int32/True int64/2 int64/1.5 int64/True float32/2 float32/1.5 float32/True "
        "float64/2 float64/1.5 float64/True"
    ): (
        "add subtract multiply maximum minimum less less_equal greater greater_equal"
    ),
    (
        "bool/bool uint8/uint8 int8/int8 int32/int32 int64/int32 uint8/int8 int32/float32 "
        "float32/float64 bool/int32 int64/float32 bool/2 bool/1.5 bool/True uint8/2 uint8/1.5 uint8/True"
        " int8/2 int8/1.5 int8/True int32/2 int32/1.5 int32/True int64/2 int64/1.5 int64/True float32/2 "
        "float32/1.5 float32/True float64/2 float64/1.5 float64/True"
    ): (
        "divide true_divide equal not_equal logical_and logical_or logical_xor logaddexp divide_no_nan "
        "isclose"
    ),
    (
        "int32/float32 float32/float64 int64/float32 bool/2 bool/1.5 uint8/2 uint8/1.5 uint8/True int8/2"
        " int8/1.5 int8/True int32/2 int32/1.5 int32/True int64/2 int64/1.5 int64/True float32/2 "
        "float32/1.5 float32/True float64/2 float64/1.5 float64/True"
    ): (
        "floor_divide"
    ),
    (
        "int32/float32 float32/float64 int64/float32 bool/2 bool/True uint8/2 uint8/True int8/2 "
        "int8/True int32/2 int32/True int64/2 int64/True float32/2 float32/True float64/2 float64/True"
    ): (
        "mod"
    ),
    (
        "uint8/uint8 int32/float32 float32/float64 int64/float32 bool/2 bool/1.5 uint8/2 uint8/1.5 "
        "uint8/True int8/2 int8/1.5 int8/True int32/2 int32/1.5 int32/True int64/2 int64/1.5 int64/True "
        "float32/2 float32/1.5 float32/True float64/2 float64/1.5 float64/True"
    ): (
        "power"
    ),
    (
        "uint8/uint8 int8/int8 int32/int32 int64/int32 uint8/int8 bool/int32 bool/2 uint8/2 uint8/True "
        "int8/2 int8/True int32/2 int32/True int64/2 int64/True"
    ): (
        "bitwise_and bitwise_or bitwise_xor"
    ),
}
numbers = {"2": 2, "1.5": 1.5, "True": True}


def shown(value):
    if isinstance(value, (list, tuple)):
        return [shown(each) for each in value]
    array = ops.convert_to_numpy(value)
    flat = [f"{x:.3g}" for x in np.ravel(array)] if array.dtype.kind == "f" else np.ravel(array).tolist()
    return getattr(value.dtype, "name", value.dtype), list(array.shape), flat


for types, names in unary.items():
    for name in names.split():
        for dtype in types.split():
            print(name, dtype, shown(getattr(ops, name)(ops.convert_to_tensor(arrays[dtype]))))
for pairs, names in binary.items():
    for name in names.split():
        for first, second in (pair.split("/") for pair in pairs.split()):
            other = numbers[second] if second in numbers else ops.convert_to_tensor(arrays[second])
            print(name, first, second, shown(getattr(ops, name)(ops.convert_to_tensor(arrays[first]), other)))
