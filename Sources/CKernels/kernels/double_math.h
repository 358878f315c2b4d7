// exp, log and erfc on vectors of doubles, to about 1e-12: a float function computed in them and rounded once is right
// to the last bit or nearly.
typedef double dvec __attribute__((vector_size(4 * VECTOR_WIDTH)));
typedef long long lvec __attribute__((vector_size(4 * VECTOR_WIDTH)));
#define DOUBLES (VECTOR_WIDTH / 2)

INLINE dvec dsplat(double x) { return x - (dvec){}; }
INLINE dvec dpick(lvec mask, dvec yes, dvec no) { return (dvec)((mask & (lvec)yes) | (~mask & (lvec)no)); }
INLINE dvec dabs(dvec x) { return (dvec)((lvec)x & 0x7fffffffffffffffLL); }

// exp(x) = 2^n * exp(r), n = round(x / ln 2), |r| <= ln 2 / 2; exp(r) by its Taylor series. Outside the range of floats
// the result is as good as 0 or infinity; a NaN stays.
INLINE dvec dexp(dvec x) {
    dvec bounded = dpick(x < -200.0, dsplat(-200.0), x);
    bounded = dpick(bounded > 200.0, dsplat(200.0), bounded);
    const double shift = 6755399441055744.0;  // 1.5 * 2^52: adding it rounds to an integer, kept in the low bits
    dvec shifted = bounded * 1.4426950408889634 + shift;
    dvec n = shifted - shift;
    dvec r = bounded - n * 6.93147180369123816490e-01;
    r = r - n * 1.90821492927058770002e-10;
    dvec p = dsplat(1.0 / 479001600);
    p = p * r + 1.0 / 39916800;
    p = p * r + 1.0 / 3628800;
    p = p * r + 1.0 / 362880;
    p = p * r + 1.0 / 40320;
    p = p * r + 1.0 / 5040;
    p = p * r + 1.0 / 720;
    p = p * r + 1.0 / 120;
    p = p * r + 1.0 / 24;
    p = p * r + 1.0 / 6;
    p = p * r + 0.5;
    p = p * r + 1.0;
    p = p * r + 1.0;
    lvec power = ((lvec)shifted - 0x4338000000000000LL + 1023) << 52;
    return dpick(x != x, x, p * (dvec)power);
}

// log(x) = e * ln 2 + log(m), m in [sqrt(1/2), sqrt(2)); with s = (m - 1) / (m + 1), log(m) = 2 (s + s^3/3 + s^5/5 + ...).
INLINE dvec dlog(dvec x) {
    lvec bits = (lvec)x - 0x3fe6a09e667f3bcdLL;  // sqrt(1/2)
    lvec exponent = bits >> 52;
    dvec m = (dvec)((lvec)x - (exponent << 52));
    dvec e = __builtin_convertvector(exponent, dvec);
    dvec s = (m - 1.0) / (m + 1.0), z = s * s;
    dvec p = dsplat(1.0 / 17);
    p = p * z + 1.0 / 15;
    p = p * z + 1.0 / 13;
    p = p * z + 1.0 / 11;
    p = p * z + 1.0 / 9;
    p = p * z + 1.0 / 7;
    p = p * z + 1.0 / 5;
    p = p * z + 1.0 / 3;
    p = p * z + 1.0;
    dvec result = e * 0.6931471805599453 + 2.0 * s * p;
    result = dpick(x == 0.0, dsplat(-__builtin_inf()), result);
    result = dpick(x == __builtin_inf(), x, result);
    return dpick((x < 0.0) | (x != x), dsplat(__builtin_nan("")), result);
}

INLINE dvec dlog1p(dvec x) {
    // The rounding error of 1 + x is made good to first order.
    dvec sum = 1.0 + x;
    dvec correction = (x - (sum - 1.0)) / sum;
    dvec result = dlog(sum) + correction;
    return dpick((sum == __builtin_inf()) | (x <= -1.0), dlog(sum), result);
}

INLINE dvec dexpm1(dvec x) {
    dvec series = x * (1.0 + x * (0.5 + x * (1.0 / 6 + x * (1.0 / 24 + x * (1.0 / 120 + x * (1.0 / 720))))));
    return dpick(dabs(x) < 0.01, series, dexp(x) - 1.0);
}

INLINE dvec dtanh(dvec x) {
    dvec e = dexpm1(2.0 * x);
    return dpick(dabs(x) > 20.0, dpick(x > 0.0, dsplat(1.0), dsplat(-1.0)), e / (e + 2.0));
}

INLINE dvec dsigmoid(dvec x) { return 1.0 / (1.0 + dexp(-x)); }
// log(1 + exp(x)) without overflow.
INLINE dvec dsoftplus(dvec x) { return dpick(x > 0.0, x, dsplat(0.0)) + dlog1p(dexp(-dabs(x))); }

// erfc(x) = exp(-x^2) / (1 + x) * P((x - 3) / (x + 3)) for x >= 0, P a Chebyshev interpolation of degree 18; 2 - erfc(-x) below.
INLINE dvec derfc(dvec x) {
    dvec a = dabs(x), t = (a - 3.0) / (a + 3.0);
    dvec p = dsplat(-4.452449502423406e-09);
    p = p * t - 1.2861935829278083e-07;
    p = p * t - 6.4477171690668879e-09;
    p = p * t + 1.3055605359113544e-06;
    p = p * t + 3.2759679470473206e-07;
    p = p * t - 8.7040567996155006e-06;
    p = p * t - 1.5572180029721494e-06;
    p = p * t + 5.5942303786196137e-05;
    p = p * t - 2.0534054185930018e-05;
    p = p * t - 0.00036722115854800566;
    p = p * t + 0.00064580973136735059;
    p = p * t + 0.0016185539543158;
    p = p * t - 0.00975068862927401;
    p = p * t + 0.021957765875235111;
    p = p * t - 0.023803913159159154;
    p = p * t - 0.010235389003276836;
    p = p * t + 0.099020753680946413;
    p = p * t - 0.23092733308209448;
    p = p * t + 0.71600460472555172;
    dvec upper = dexp(-a * a) / (1.0 + a) * p;
    return dpick(x < 0.0, 2.0 - upper, upper);
}
