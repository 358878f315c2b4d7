import keras
A=keras.activations
print(A.get("softmax") is A.softmax, A.get("softmax") == A.get("softmax"), A.get("softmax") in {A.get("softmax"), A.get(None)}, A.get(None) is A.linear, A.get(None) == A.get("linear"), A.relu is A.relu, A.get(A.relu) is A.relu, hash(A.relu)==hash(A.get("relu")))
print(A.softmax in [A.get("softmax")], keras.layers.Dense(2,activation="relu").activation is A.relu, keras.layers.Dense(2).activation is A.linear)
