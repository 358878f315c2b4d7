import keras
from keras.models import Model

PARTS = [(7, 20), (5, 28), (3, 36)]


def listener(samples, words=2):
    sound = keras.layers.Input(samples)
    heard = sound
    for window, depth in PARTS:
        heard = keras.layers.Conv1D(kernel_size=window, filters=depth, padding="same")(heard)
        heard = keras.layers.ReLU()(keras.layers.BatchNormalization()(heard))
    mean = keras.layers.GlobalAveragePooling1D()(heard)
    word = keras.layers.Dense(words, activation="softmax")(mean)
    return keras.models.Model(inputs=sound, outputs=word)


ear = listener(samples=(320, 2), words=5)
watch = "val_loss"
watchers = [
    keras.callbacks.EarlyStopping(patience=8, monitor=watch, verbose=0),
    keras.callbacks.ReduceLROnPlateau(factor=0.2, patience=3, monitor=watch, min_lr=0.001),
    keras.callbacks.ModelCheckpoint("ear.keras", monitor=watch, save_best_only=True),
]
ear.compile(loss="sparse_categorical_crossentropy", optimizer="adam", metrics=["sparse_categorical_accuracy"])
