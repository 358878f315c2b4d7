import tensorflow as tf


def halve(depth, window, norm=True):
  block = tf.keras.Sequential()
  start = tf.random_normal_initializer(0., 0.05)
  block.add(tf.keras.layers.Conv2D(depth, window, strides=2, padding='same', use_bias=not norm,
                                   kernel_initializer=start))
  if norm:
    block.add(tf.keras.layers.BatchNormalization())
  block.add(tf.keras.layers.LeakyReLU())
  return block


def double(depth, window, drop=0):
  start = tf.random_normal_initializer(stddev=0.05)
  parts = [tf.keras.layers.Conv2DTranspose(depth, window, strides=2, padding='same', use_bias=False,
                                           kernel_initializer=start),
           tf.keras.layers.BatchNormalization()]
  if drop:
      parts.append(tf.keras.layers.Dropout(drop))
  return tf.keras.Sequential(parts + [tf.keras.layers.ReLU()])


def colouring(depths, colours=2):
  grey = tf.keras.layers.Input(shape=[48, 32, 1])
  outcome = [grey]
  for level, depth in enumerate(depths):
    outcome.append(halve(depth, 3, norm=level > 0)(outcome[-1]))
  flow = outcome.pop()
  ways_up = [double(depth, 5, drop=0.3 if depth > 10 else 0) for depth in depths[-2::-1]]
  for up, beside in zip(ways_up, reversed(outcome)):
    flow = tf.keras.layers.Concatenate()([beside, up(flow)])
  flow = tf.keras.layers.Conv2DTranspose(colours, 3, activation='tanh', strides=2, padding='same')(flow)
  return tf.keras.Model(inputs=grey, outputs=flow)


painter = colouring((6, 12, 20))
