package dev.aisle.algorithms.federated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecureSumTest {
    @Property(tries = 50)
    void masksOfEveryPairCancelInTheSum(@ForAll @IntRange(min = 2, max = 8) int partners, @ForAll long seed) {
        Random random = new Random(seed);
        byte[][][] pairs = seeds(random, partners);
        long[] masked = new long[5000];
        double[] plain = new double[5000];
        for (int partner = 0; partner < partners; partner++) {
            double[] own = random.doubles(5000, -100, 100).toArray();
            Arrays.setAll(plain, n -> plain[n] + own[n]);
            long[] hidden = Quantiser.quantised(own);
            for (int other = 0; other < partners; other++) {
                if (other > partner) {
                    Masks.add(pairs[partner][other], hidden);
                } else if (other < partner) {
                    Masks.subtract(pairs[other][partner], hidden);
                }
            }
            Quantiser.add(masked, hidden);
        }

        double[] sum = Quantiser.numbers(masked);

        for (int n = 0; n < sum.length; n++) {
            assertThat(sum[n]).isCloseTo(plain[n], within(partners / Quantiser.UNITS));
        }
    }

    private static byte[][][] seeds(Random random, int partners) {
        byte[][][] seeds = new byte[partners][partners][Masks.SEED_BYTES];
        for (byte[][] row : seeds) {
            for (byte[] seed : row) {
                random.nextBytes(seed);
            }
        }
        return seeds;
    }

    /** NIST SP 800-38A has no vector with a counter of zero, so AES-256 of the zero block under the zero key, as in FIPS 197 tests. */
    @Test
    void aMaskIsTheKeyStreamOfAesInCounterMode() {
        long[] numbers = new long[2];

        Masks.add(new byte[Masks.SEED_BYTES], numbers);

        // dc95c078a2408989ad48a21492842087 (AESAVS KAT GFSbox/VarKey base), read little-endian.
        assertThat(Long.reverseBytes(numbers[0])).isEqualTo(0xdc95c078a2408989L);
        assertThat(Long.reverseBytes(numbers[1])).isEqualTo(0xad48a21492842087L);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 3e9, -3e9})
    void whatIsNoUsableNumberIsRefusedWithItsPlace(double bad) {
        assertThatThrownBy(() -> Quantiser.quantised(new double[] {1, bad}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("place 1");
    }

    @Test
    void theLargestNumbersOf256PartnersDontWrapAround() {
        long[] sum = new long[1];
        for (int partner = 0; partner < 256; partner++) {
            Quantiser.add(sum, Quantiser.quantised(new double[] {-Quantiser.MOST}));
        }

        assertThat(Quantiser.numbers(sum)[0]).isEqualTo(-256 * Quantiser.MOST);
    }

    @Test
    void anAddendOfAnotherLengthIsRefused() {
        assertThatThrownBy(() -> Quantiser.add(new long[2], new long[3])).hasMessageContaining("expected 2 numbers");
    }

    @Test
    void sharesOfAsManyAsAreHonestGiveTheWholeNoise() {
        GaussianShare share = new GaussianShare(3, 4);
        double[] sum = new double[200_000];
        Random random = new Random(7);
        for (int partner = 0; partner < 4; partner++) {
            share.add(sum, random);
        }

        assertThat(Math.sqrt(Clip.square(sum) / sum.length)).isCloseTo(3, within(0.03));
    }
}
