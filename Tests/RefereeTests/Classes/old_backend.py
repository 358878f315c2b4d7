from tensorflow.keras import backend as K
import tensorflow as tf, keras
import numpy as np
keras.utils.set_random_seed(3)
def r(v): return np.round(np.array(v),4).tolist()
def t(f):
    try: print(r(f()))
    except Exception as e: print(type(e).__name__, str(e)[:80])
a=np.random.rand(2,3).astype("float32"); b=np.random.rand(2,3).astype("float32"); oh=np.eye(3,dtype="float32")[[1,2]]
s=a/a.sum(1,keepdims=True)
t(lambda: K.binary_crossentropy(tf.constant(oh),tf.constant(a))); t(lambda: K.binary_crossentropy(tf.constant(oh),tf.constant(a),from_logits=True))
t(lambda: K.categorical_crossentropy(tf.constant(oh),tf.constant(s))); t(lambda: K.categorical_crossentropy(tf.constant(oh),tf.constant(a),from_logits=True))
t(lambda: K.sparse_categorical_crossentropy(tf.constant([1,2]),tf.constant(s)))
t(lambda: K.binary_focal_crossentropy(tf.constant(oh),tf.constant(a),apply_class_balancing=True)); t(lambda: K.categorical_focal_crossentropy(tf.constant(oh),tf.constant(s)))
x=np.random.rand(1,5,5,2).astype("float32"); k=np.random.rand(3,3,4,2).astype("float32")
for pad,out in (("same",(1,10,10,4)),("same",(1,9,9,4)),("valid",(1,11,11,4)),("valid",(1,12,12,4))):
    t(lambda: K.conv2d_transpose(tf.constant(x),tf.constant(k),out,strides=(2,2),padding=pad)[0,:,0,0])
dk=np.random.rand(3,3,2,1).astype("float32"); pk=np.random.rand(1,1,2,3).astype("float32")
t(lambda: K.depthwise_conv2d(tf.constant(x),tf.constant(dk))[0,:,0,0]); t(lambda: K.separable_conv2d(tf.constant(x),tf.constant(dk),tf.constant(pk),padding="same")[0,:,0,0])
v=np.random.rand(1,4,4,4,1).astype("float32")
t(lambda: K.pool3d(tf.constant(v),(2,2,2),strides=(2,2,2))[0,0,0]); t(lambda: K.pool3d(tf.constant(v),(2,2,2),pool_mode="avg")[0,0,0]); t(lambda: K.pool3d(tf.constant(v),(2,2,2),pool_mode="x"))
t(lambda: K.bias_add(tf.constant(x),tf.constant([1.,2.]))[0,0,0]); t(lambda: K.bias_add(tf.constant(x),tf.constant([1.,2.,3.,4.,5.]),data_format="channels_first")[0,:,0,0]); t(lambda: K.bias_add(tf.constant(x),tf.constant(np.ones((2,2)))))
t(lambda: K.temporal_padding(tf.constant(x[0]),(1,2)).shape); t(lambda: K.spatial_3d_padding(tf.constant(v)).shape); t(lambda: K.resize_volumes(tf.constant(v),2,1,3,"channels_last").shape); t(lambda: K.temporal_padding(tf.constant(x[0]),(1,)))
t(lambda: K.batch_dot(tf.constant(np.ones((2,3,4))),tf.constant(np.ones((2,4,5)))).shape); t(lambda: K.batch_dot(tf.constant(np.ones((2,3))),tf.constant(np.ones((2,3))),axes=1)); t(lambda: K.batch_dot(tf.constant(np.ones((2,3,4))),tf.constant(np.ones((2,5,4))),axes=(2,2)).shape)
t(lambda: K.batch_dot(tf.constant(np.ones((2,3,4))),tf.constant(np.ones((2,4)))).shape); t(lambda: K.batch_dot(tf.constant(np.ones((2,3,4))),tf.constant(np.ones((2,3))),axes=[1,1]).shape); t(lambda: K.batch_dot(tf.constant(np.ones((2,3,4,5))),tf.constant(np.ones((2,4,6))),axes=[2,1]).shape); t(lambda: K.batch_dot(tf.constant(np.ones((2,3))),tf.constant(np.ones((2,3,4))),axes=1).shape)
print(K.cast_to_floatx([1,2]).dtype, K.count_params(tf.Variable(np.ones((2,3)))), K.dtype(tf.constant([1])))
w=tf.Variable([1.,2.]); K.set_value(w,[3.,4.]); t(lambda: w); K.update(w,[1.,1.]); K.update_add(w,[1.,2.]); K.update_sub(w,[0.,1.]); t(lambda: w)
t(lambda: K.cumprod(tf.constant([1.,2.,3.]))); t(lambda: K.repeat(tf.constant(a),2).shape); t(lambda: tf.cast(K.in_top_k(tf.constant(a),tf.constant([0,1]),2), "int32"))
t(lambda: K.map_fn(lambda e: e*2, tf.constant(a))); t(lambda: K.foldl(lambda p,q: p+q, tf.constant(a))); t(lambda: K.foldr(lambda p,q: p-q, tf.constant([1.,2.,5.]))); t(lambda: K.foldl(lambda p,q: p*q, tf.constant([1.,2.,5.]), initializer=2.))
i=keras.Input((4,4,2))
t(lambda: K.batch_get_value([tf.Variable([1.,2.])])[0]); t(lambda: K.batch_normalization(tf.constant(a), 0.5, 4.0, 1.0, 2.0))
