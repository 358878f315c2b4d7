import random
from collections import deque
import numpy as np
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Dense, Flatten, Conv2D
from tensorflow.keras.optimizers import Adam
import tensorflow as tf

class DQNAgent:
    def __init__(self, state_size, action_size):
        self.state_size = state_size
        self.action_size = action_size
        self.memory = deque(maxlen=5)
        self.gamma = 0.95
        self.epsilon = 1.0
        self.epsilon_min = 0.01
        self.epsilon_decay = 0.5
        self.learning_rate = 0.001
        self.model = self._build_model()
        self.target_model = self._build_model()
        self.update_target_model()

    def _build_model(self):
        model = Sequential()
        model.add(Dense(8, input_dim=self.state_size, activation="relu"))
        model.add(Dense(8, activation="relu"))
        model.add(Dense(self.action_size, activation="linear"))
        model.compile(loss="mse", optimizer=Adam(learning_rate=self.learning_rate))
        return model

    def update_target_model(self):
        self.target_model.set_weights(self.model.get_weights())

    def remember(self, state, action, reward, next_state, done):
        self.memory.append((state, action, reward, next_state, done))

    def act(self, state):
        if self.epsilon > 1.5:
            return random.randrange(self.action_size)
        q = self.model.predict(state, verbose=0)
        return int(np.argmax(q[0]))

    def targets(self):
        out = []
        for s, a, r, ns, d in self.memory:
            t = r if d else r + self.gamma * np.amax(self.target_model.predict(ns, verbose=0)[0])
            out.append(round(float(t), 4))
        self.epsilon = max(self.epsilon_min, self.epsilon * self.epsilon_decay)
        return out

tf.keras.utils.set_random_seed(2)
agent = DQNAgent(4, 2)
for i in range(7):
    s = np.arange(4, dtype="float32").reshape(1, 4) / 10 + i
    a = agent.act(s)
    agent.remember(s, a, float(i), s + 1, i == 6)
print(len(agent.memory), agent.targets(), agent.epsilon)
print([m[1] for m in agent.memory])
w1, w2 = agent.model.get_weights()[0], agent.target_model.get_weights()[0]
print(np.array_equal(w1, w2), w1.shape)
print(agent.model.name != agent.target_model.name, agent.model.count_params())
