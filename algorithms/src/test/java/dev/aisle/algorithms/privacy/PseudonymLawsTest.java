package dev.aisle.algorithms.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;

class PseudonymLawsTest {
    private static final PseudonymKey KEY = PseudonymKey.ofHex("k9", "0f".repeat(32));
    private final Pseudonymizer shop = new Pseudonymizer(KEY, "shop");

    @Property(tries = 200)
    void theSameIdAlwaysHasTheSamePseudonymAndNeverShowsInIt(
            @ForAll @AlphaChars @NumericChars @StringLength(min = 8, max = 40) String id) {
        Pseudonym pseudonym = shop.of(IdentifierType.CUSTOMER_ID, id);

        assertThat(new Pseudonymizer(KEY, "shop").of(IdentifierType.CUSTOMER_ID, " " + id + "\n"))
                .isEqualTo(pseudonym);
        assertThat(pseudonym.value()).doesNotContain(id);
    }

    @Property(tries = 200)
    void normalisingTwiceIsNormalisingOnce(
            @ForAll @AlphaChars @StringLength(min = 1, max = 20) String name,
            @ForAll @AlphaChars @StringLength(min = 1, max = 20) String domain) {
        String once = IdentifierType.EMAIL.normalise(name + "@" + domain + ".Example");

        assertThat(IdentifierType.EMAIL.normalise(once)).isEqualTo(once);
    }

    @Property(tries = 200)
    void differentIdsAndEpochsNeverMeet(
            @ForAll @IntRange(max = 5000) int a,
            @ForAll @IntRange(max = 5000) int b,
            @ForAll @IntRange(max = 3) int epoch,
            @ForAll @IntRange(max = 3) int otherEpoch) {
        Pseudonym left = shop.inEpoch(epoch, IdentifierType.CUSTOMER_ID, Integer.toString(a));
        Pseudonym right = shop.inEpoch(otherEpoch, IdentifierType.CUSTOMER_ID, Integer.toString(b));

        assertThat(left.equals(right)).isEqualTo(a == b && epoch == otherEpoch);
    }
}
