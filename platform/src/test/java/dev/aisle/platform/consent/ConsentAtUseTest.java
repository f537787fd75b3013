package dev.aisle.platform.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.platform.erasure.NobodyErased;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsentAtUseTest {
    private static final SeenConsent SEEN = new SeenConsent("p1.k1.ada", List.of(Purpose.ANALYTICS), 1);

    @Test
    void whoHasSaidNothingHasGrantedNothing() {
        assertThat(atUse(0).granted(SEEN)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aViewThatFallsBehindForOneLookHasRefusedNothing(int look) {
        ConsentAtUse atUse = atUse(look);

        assertThatThrownBy(() -> atUse.granted(SEEN)).isInstanceOf(ConsentAtUse.UnknownNow.class);
    }

    /** With a view that isn't current when it is asked for the n-th time. */
    private static ConsentAtUse atUse(int behind) {
        ConsentView consents = new ConsentView("nowhere:1", Duration.ZERO, null, null) {
            private int asked;

            @Override
            public boolean current() {
                asked++;
                return asked != behind;
            }
        };
        return new ConsentAtUse(consents, new NobodyErased());
    }
}
