import numpy as np
import keras
from keras import layers, ops
keras.utils.set_random_seed(209)

class DuelingQ(keras.Model):
    def __init__(self, n_actions, hidden=8, **kw):
        super().__init__(**kw)
        self.body = keras.Sequential([layers.Dense(hidden, activation="relu"), layers.Dense(hidden, activation="relu")], name="body")
        self.value = layers.Dense(1, name="value")
        self.adv = layers.Dense(n_actions, name="adv")
    def call(self, s):
        z = self.body(s)
        v, a = self.value(z), self.adv(z)
        return v + (a - ops.mean(a, axis=1, keepdims=True))
    def advantage(self, s):
        return self.adv(self.body(s))

class ReplayBuffer:
    def __init__(self, size, dim):
        self.ptr, self.size, self.full = 0, size, False
        self.s = np.zeros((size, dim), np.float32)
        self.a = np.zeros(size, dtype=np.int64)
        self.r = np.zeros(size)
    def store(self, s, a, r):
        i = self.ptr % self.size
        self.s[i], self.a[i], self.r[i] = s, a, r
        self.ptr += 1
    def __len__(self):
        return min(self.ptr, self.size)

class ActorCritic(keras.Model):
    def __init__(self, n):
        super().__init__()
        self.common = layers.Dense(6, "tanh")
        self.actor = layers.Dense(n)
        self.critic = layers.Dense(1)
    def call(self, x):
        h = self.common(x)
        return self.actor(h), self.critic(h)

class Agent:
    def __init__(self, dim, n):
        self.q = DuelingQ(n, name="online")
        self.t = DuelingQ(n, name="target")
        self.q.build((None, dim)) if False else self.q(np.zeros((1, dim), "float32"))
        self.t(np.zeros((1, dim), "float32"))
        self.buf = ReplayBuffer(3, dim)
        self.sync()
    def sync(self, tau=1.0):
        for a, b in zip(self.q.weights, self.t.weights):
            b.assign(tau * a + (1 - tau) * b)
    def policy(self, s, eps=0.0):
        return int(ops.argmax(self.q(s[None]), axis=-1)[0])

ag = Agent(4, 3)
for k in range(5):
    s = np.arange(4, dtype="float32") * (k - 2)
    ag.buf.store(s, ag.policy(s), k)
print(len(ag.buf), ag.buf.a.tolist(), ag.buf.r.tolist())
qs = ag.t(ag.buf.s)
print(np.round(np.array(qs), 4).tolist())
print(np.allclose(qs, ag.q(ag.buf.s)), [l.name for l in ag.q.layers], ag.q.count_params())
print(np.round(np.array(ag.q.advantage(ag.buf.s)).mean(), 4))
ac = ActorCritic(2)
p, v = ac(np.ones((1, 4), "float32"))
print(np.round(np.array(ops.softmax(p)), 4).tolist(), np.round(np.array(v), 4).tolist())
print([w.path for w in ac.weights])
