import keras
from keras.models import Model
from keras.layers import Input, Conv1D, MaxPool1D, GlobalMaxPool1D, Dense, Dropout, GlobalAveragePooling1D, Average
from keras.layers import Dot, Subtract, Maximum, Flatten, UpSampling1D, ZeroPadding1D, Cropping1D, SpatialDropout1D
from keras import regularizers, constraints, initializers, activations

left = Input(shape=(120, 4), name='left')
right = Input(shape=(120, 4), name='right')
shared = Conv1D(16, 5, padding='same', activation=activations.relu,
                kernel_initializer=initializers.he_normal(seed=1),
                kernel_regularizer=regularizers.l1_l2(l1=1e-5, l2=1e-4),
                kernel_constraint=constraints.max_norm(2.))
tower = keras.models.Sequential([
    keras.layers.SeparableConv1D(8, 3, padding='same', input_shape=(120, 16)),
    SpatialDropout1D(0.1),
    MaxPool1D(2),
    ZeroPadding1D((1, 2)),
    Cropping1D(1),
    UpSampling1D(2),
])
a, b = [tower(shared(t)) for t in (left, right)]
difference = Subtract()([a, b])
larger = Maximum()([a, b])
mean = Average()([difference, larger])
pooled = [GlobalMaxPool1D()(mean), GlobalAveragePooling1D()(a)]
similar = Dot(axes=-1, normalize=True)(pooled)
model = Model(inputs=[left, right], outputs=[similar, Dense(2, activation='softmax')(pooled[0])])
