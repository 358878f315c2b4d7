from keras.layers import Input, Dense, Flatten, Convolution1D, GlobalMaxPooling1D, merge, RepeatVector, Permute
from keras.layers.noise import GaussianNoise, GaussianDropout
from keras.models import Model

seq = Input(shape=(60, 8), dtype='float32', name='seq')
convs = []
for size in [3, 4, 5]:
    c = Convolution1D(12, size, border_mode='same', activation='relu', init='uniform')(seq)
    c = GaussianNoise(sigma=0.1)(c)
    convs.append(GlobalMaxPooling1D()(c))
joined = merge(convs, mode='concat', concat_axis=1)
joined = GaussianDropout(p=0.3)(joined)
gate = Dense(36, activation='sigmoid', init='orthogonal')(joined)
kept = merge([joined, gate], mode='mul')
best = merge([kept, joined], mode='max')
rep = RepeatVector(5)(best)
turned = Permute((2, 1))(rep)
out = Dense(output_dim=3, activation='softmax')(Flatten()(turned))
model = Model(input=[seq], output=[out])
