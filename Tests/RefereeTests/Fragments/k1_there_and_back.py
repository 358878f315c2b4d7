from keras.models import Model
from keras.layers import Convolution2D, Dense, Input, MaxPooling2D, UpSampling2D

DEPTHS = [10, 6, 4]

seen = Input(shape=(36, 20, 2))
flow = seen
for depth in DEPTHS:
    flow = Convolution2D(depth, 5, 5, border_mode='same', activation='relu')(flow)
    flow = MaxPooling2D((2, 2), border_mode='same')(flow)
code = flow  # rounded up: 5 by 3

for place, depth in enumerate(reversed(DEPTHS)):
    flow = UpSampling2D((2, 2))(flow)
    # The last one has no border, which takes two rows and columns away.
    edges = 'valid' if place == 2 else 'same'
    flow = Convolution2D(depth, 3, 3, activation='relu', border_mode=edges)(flow)
again = Convolution2D(2, 3, 3, border_mode='same', activation='sigmoid')(flow)

squeezer = Model(input=seen, output=code)
whole = Model(seen, again)
whole.compile(loss='binary_crossentropy', optimizer='adadelta')
