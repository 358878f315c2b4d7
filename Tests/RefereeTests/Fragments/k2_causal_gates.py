from keras.regularizers import l2
from keras.layers import Conv1D
from keras import Input, Model, layers
import keras.backend as K

levels, steps, rounds = 20, 120, 3
reach = [1, 3, 9]
decay, bias = 0., False


def half(tensor, act):
    # Which round and distance it is comes from the loops below.
    return Conv1D(width, 3, padding='causal', dilation_rate=distance, activation=act, use_bias=bias,
                  kernel_regularizer=l2(decay), name='r%d_far%d_%s' % (turn, distance, act))(tensor)


def gated(tensor):
    both = layers.Multiply(name='r%d_gate%d' % (turn, reach.index(distance)))(
        [half(tensor, act) for act in ('sigmoid', 'tanh')])
    onward, aside = (layers.Conv1D(width, 1, use_bias=bias, padding='same', kernel_regularizer=l2(decay))(both)
                     for _ in range(2))
    return layers.Add()([onward, tensor]), aside


width = 11
input = Input(shape=(steps, levels), name='heard')
flow = Conv1D(width, 3, name='begin', padding='causal', dilation_rate=1)(input)
sides = []
for turn in range(rounds):
    for distance in reach:
        flow, side = gated(flow)
        sides.append(side)
flow = layers.Activation('elu')(layers.Add()(sides))
flow = layers.Conv1D(levels, 1, padding='same')(flow)
predictor = Model(input, layers.Activation('softmax', name="next")(flow))
seen = 1 + 2 * rounds * sum(reach)
