import numpy as np
from tensorflow.keras.preprocessing.image import ImageDataGenerator, apply_affine_transform

x = np.random.RandomState(1).randint(0, 256, (5, 6, 7, 3)).astype("float32")
y = np.arange(5)


def show(name, images):
    print(name, images.shape, np.round(images.astype("float64").sum(axis=(0, 2)), 2).tolist())


g = ImageDataGenerator(rescale=1 / 255.0)
it = g.flow(x, y, batch_size=2, seed=3)
print(len(it), it.n, it.batch_size)
for _ in range(4):
    images, labels = next(it)
    print(labels.tolist(), labels.dtype)
    show("rescaled", images)
print(it[1][1].tolist(), [len(b[1]) for b, _ in zip(ImageDataGenerator().flow(x, y, 2, shuffle=False), range(4))])
for options in (
    dict(rotation_range=30), dict(width_shift_range=0.2, height_shift_range=0.3), dict(zoom_range=0.4), dict(shear_range=20),
    dict(horizontal_flip=True, vertical_flip=True), dict(width_shift_range=2), dict(channel_shift_range=50),
    dict(rotation_range=40, zoom_range=[0.5, 1.5], fill_mode="constant", cval=9.0), dict(rotation_range=40, fill_mode="reflect"),
    dict(samplewise_center=True, samplewise_std_normalization=True), dict(brightness_range=[0.5, 1.5]),
):
    g = ImageDataGenerator(**options)
    show(str(options), next(g.flow(x, batch_size=3, seed=5)))
g = ImageDataGenerator(featurewise_center=True, featurewise_std_normalization=True)
g.fit(x)
print(np.round(g.mean, 3).tolist(), np.round(g.std, 3).tolist())
show("featurewise", next(g.flow(x, shuffle=False)))
g = ImageDataGenerator(validation_split=0.4)
print(len(g.flow(x, subset="training", batch_size=1)), len(g.flow(x, subset="validation", batch_size=1)))
show("affine", apply_affine_transform(x[0], theta=20, tx=1, ty=-0.5, zx=0.8, zy=1.2, row_axis=0, col_axis=1, channel_axis=2)[None])
for wrong in (dict(data_format="first"), dict(zoom_range=[1, 2, 3]), dict(validation_split=2)):
    try:
        ImageDataGenerator(**wrong)
    except ValueError as error:
        print(error)
for call in (lambda: ImageDataGenerator().flow(x[0]), lambda: ImageDataGenerator().flow(x, y[:2])):
    try:
        call()
    except ValueError as error:
        print(error)
