from keras.models import Model
from keras.layers import Activation, Convolution2D, Dropout, GlobalAveragePooling2D, Input, MaxPooling2D, merge

kinds_of_name = {1: "narrow", 3: "wide"}


def conv(tensor, depth, window, name, edges='valid', act_name=None):
    tensor = Convolution2D(depth, window, window, border_mode=edges, name=name.replace('.', '_'))(tensor)
    return Activation('relu', name=act_name)(tensor) if act_name else Activation('relu')(tensor)


def fork(tensor, number, entry=6, each=10):
    prefix = 'fork' + str(number) + '.'
    tensor = conv(tensor, entry, 1, prefix + 'entry', act_name='%s_%s' % (prefix[:-1], 'positive'))
    sides = [conv(tensor, each, window, prefix + kinds_of_name[window], 'same' if window > 1 else 'valid')
             for window in sorted(kinds_of_name)]
    return merge(sides, mode='concat', concat_axis=-1, name='fork' + str(number) + '_joined')


photo = Input(shape=(75, 61, 3))
flow = Convolution2D(12, 5, 5, subsample=(2, 2), border_mode='valid', name='start')(photo)
for number, sizes in enumerate([(4, 9), None, (6, 14), (8, 14), None]):
    if sizes is None:
        flow = MaxPooling2D(pool_size=(3, 3), strides=(2, 2), name='less%d' % number)(flow)
    else:
        flow = fork(flow, number, *sizes)
flow = fork(flow, each=20, number=9)
flow = Dropout(0.2, name='forget')(flow)
flow = conv(flow, 13, 1, 'votes', act_name='positive.votes')
flow = Activation('softmax', name='shares')(GlobalAveragePooling2D()(flow))
forks = Model(photo, flow, name='forks')
