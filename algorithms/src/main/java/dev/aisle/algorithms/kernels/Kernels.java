package dev.aisle.algorithms.kernels;

/**
 * The inner loops of training. "Padded" rows have a stride that is a multiple of {@link FloatRows#PADDING} and zeros in the padding. Nothing
 * is allocated, nothing is checked but what the JVM checks: indexes out of range end in an {@link IndexOutOfBoundsException}.
 */
public interface Kernels {
    /** The Vector API when the JVM was started with {@code --add-modules=jdk.incubator.vector}, else plain Java. */
    static Kernels best() {
        return Choice.BEST;
    }

    /** Plain Java, whatever the JVM was started with. */
    static Kernels plain() {
        return new ScalarKernels();
    }

    /** Which twin this is and how many floats it takes at once. */
    String name();

    /** {@code Σ a_i b_i} of n numbers from each place on. */
    float dot(float[] a, int aAt, float[] b, int bAt, int n);

    /** {@code y_i += factor · x_i} for n numbers. */
    void axpy(float factor, float[] x, int xAt, float[] y, int yAt, int n);

    /** {@code into[k] = row k · x} for {@code from ≤ k < to}; the bits of one don't depend on from and to. */
    void dots(FloatRows rows, int from, int to, float[] x, float[] into);

    /** {@code into += Σ factors[k] · row k} over {@code from ≤ k < to}. */
    void addMultiples(FloatRows rows, int from, int to, float[] factors, float[] into);

    /**
     * {@code row k of into = factors[k] · row indexes[at + k] of rows} for {@code 0 ≤ k < count}, padding included.
     *
     * @param rows padded
     * @param into padded, of the same stride
     */
    void gather(FloatRows rows, int[] indexes, int at, int count, float[] factors, FloatRows into);

    /**
     * {@code into_ij += Σ row_i row_j} over the rows {@code from ≤ k < to}, for all {@code i ≤ j < n}. Entries below the diagonal are undefined.
     *
     * @param rows padded; n columns are read
     * @param into padded, at least n rows, rounded up to a multiple of four
     */
    void addGram(FloatRows rows, int from, int to, int n, FloatRows into);

    /**
     * {@code row k − from of into = row k · by} for {@code from ≤ k < to}.
     *
     * @param rows padded
     * @param by padded, as many rows as the others have columns
     * @param into padded, at least {@code to − from} rows, rounded up to a multiple of four; none of the others' array
     */
    void multiply(FloatRows rows, int from, int to, FloatRows by, FloatRows into);

    /**
     * Factors {@code A = Rᵀ R} in place: four rows at a time are first relieved of all above them, then factored among themselves.
     *
     * @param a padded up to column n, of at least n rows, rounded up to a multiple of four. The upper half is read and becomes R, but with
     *     reciprocals on the diagonal; the lower half is undefined afterwards
     * @return whether A is positive definite in float32
     * @see <a href="https://jhupbooks.press.jhu.edu/title/matrix-computations">Golub, Van Loan, Matrix Computations, 4.2</a>
     */
    boolean factor(FloatRows a, int n);

    /**
     * Solves {@code Rᵀ R x = b}.
     *
     * @param r what {@link #factor} made
     * @param b right-hand side, of r's stride, zeros from n on; overwritten
     * @param into becomes x, of r's stride
     */
    void solve(FloatRows r, int n, float[] b, float[] into);
}
