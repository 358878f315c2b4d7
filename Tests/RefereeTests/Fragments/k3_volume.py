import keras
from keras import Input, Model, layers


def block_net(*sides, depths, name):
    cube = Input((*sides, 2))
    flow = cube
    for depth, pool in depths:
        flow = layers.BatchNormalization()(flow)
        flow = layers.Conv3D(kernel_size=3, filters=depth, activation="relu")(flow)
        flow = layers.MaxPool3D(pool_size=pool)(flow)
    flow = layers.Dropout(0.2)(layers.GlobalAveragePooling3D()(flow))
    for units, act in [(18, "relu"), (3, "sigmoid")]:
        flow = layers.Dense(units=units, activation=act)(flow)
    return keras.Model(cube, flow, name=name)


rock = block_net(20, 24, 12, depths=[(5, 2), (11, (2, 2, 1))], name="3d_rock")
falling = keras.optimizers.schedules.ExponentialDecay(0.02, decay_steps=500, staircase=True, decay_rate=0.9)
rock.compile(metrics=["acc"], optimizer=keras.optimizers.Adam(learning_rate=falling), loss="binary_crossentropy")
