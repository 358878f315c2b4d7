"""Distance to a wall from one wide picture; options come from the command line."""
import argparse
import os
import json
from keras.layers import ELU, Dense, Dropout, Flatten, Lambda
from keras.layers.convolutional import Convolution2D
from keras.models import Sequential

STAGES = [(6, 6, 3), (12, 4, 2), (20, 4, 1)]


def wall_net(size, keep=.9):
  tall, wide = size
  layers = [Lambda(lambda pixels: pixels/200. - .6,
                   input_shape=(tall, wide, 2), output_shape=(tall, wide, 2))]
  for depth, window, step in STAGES:
    layers += [Convolution2D(depth, window, window, subsample=(step, step), border_mode="same"), ELU()]
  layers += [Flatten(), Dropout(1 - keep), Dense(24), ELU(alpha=.5), Dense(1)]
  net = Sequential(layers)
  net.compile(loss="mse", optimizer="adam")
  return net


if __name__ == "__main__":
  options = argparse.ArgumentParser()
  options.add_argument('--tall', type=int, default=36)
  options.add_argument('--camera', type=str, default="front")
  options.add_argument('--dry', dest='dry', action='store_true')
  options.set_defaults(dry=True)
  chosen = options.parse_args()
  net = wall_net((chosen.tall, 2 * chosen.tall))
  print(chosen.camera, chosen.dry)
