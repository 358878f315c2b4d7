from keras.models import Model
from keras.initializers import RandomNormal
from keras.layers import BatchNormalization, Concatenate, Conv2D, Dropout, Input, LeakyReLU, UpSampling2D


def pair_judge(shape, depths=(8, 14, 22)):
    start = RandomNormal(stddev=0.04)
    pictures = [Input(shape=shape) for side in ('left', 'right')]
    flow = Concatenate()(pictures)
    for place, depth in enumerate(depths):
        flow = Conv2D(depth, (5, 5), padding='same', strides=(2, 2), kernel_initializer=start)(flow)
        if place > 0:
            flow = BatchNormalization()(flow)
        flow = LeakyReLU(alpha=0.3)(flow)
    return Model(pictures, Conv2D(1, (3, 3), activation='sigmoid', kernel_initializer=start, padding='same')(flow))


def redrawn(shape=(40, 24, 3), base=6, levels=3):
    def less(tensor, depth, side=5, norm=True):
        tensor = LeakyReLU(alpha=0.3)(Conv2D(depth, kernel_size=side, padding='same', strides=2)(tensor))
        return BatchNormalization(momentum=0.9)(tensor) if norm else tensor

    def more(tensor, beside, depth, side=3, forget=0):
        tensor = UpSampling2D(size=2)(tensor)
        tensor = Conv2D(depth, kernel_size=side, strides=1, activation='relu', padding='same')(tensor)
        if forget:
            tensor = Dropout(forget)(tensor)
        return Concatenate()([beside, BatchNormalization(momentum=0.9)(tensor)])

    picture = Input(shape=shape)
    steps = [less(picture, base, norm=False)]
    while len(steps) < levels:
        steps.append(less(steps[-1], base*(len(steps) + 1)))
    flow = steps.pop()
    while steps:
        flow = more(flow, steps[-1], base*len(steps), forget=0.2 if len(steps) > 1 else 0)
        steps.pop()
    flow = Conv2D(3, kernel_size=5, padding='same', strides=1, activation='tanh')(UpSampling2D(size=2)(flow))
    return Model(picture, flow)


judge = pair_judge((40, 24, 3))
drawer = redrawn()
