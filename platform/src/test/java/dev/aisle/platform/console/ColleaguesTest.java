package dev.aisle.platform.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ColleaguesTest {
    private record Token(Map<String, String> claims) implements JsonWebToken {
        @Override
        public String getName() {
            return "somebody";
        }

        @Override
        public Set<String> getClaimNames() {
            return claims.keySet();
        }

        @Override
        @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
        public <T> @Nullable T getClaim(String name) {
            return (T) claims.get(name);
        }
    }

    private static void met(String... claims) {
        Colleagues.met(new Token(
                claims.length == 2
                        ? Map.of("sub", claims[0], "name", claims[1])
                        : Map.of("sub", claims[0], "preferred_username", claims[2])));
    }

    @Test
    void whoHasOpenedAPageIsCalledByName() {
        met("7f2a", "Mara Klein");
        met("81b0", "", "max");

        assertThat(Colleagues.named("7f2a")).isEqualTo("Mara Klein");
        assertThat(Colleagues.named("81b0")).isEqualTo("max");
    }

    @Test
    void othersAreShownByTheirSubject() {
        met("9c1d", "x".repeat(121));

        assertThat(Colleagues.named("9c1d")).isEqualTo("9c1d");
        assertThat(Colleagues.named("nobody")).isEqualTo("nobody");
        assertThat(Colleagues.named(null)).isEmpty();
        Colleagues.met(() -> "no token");
    }

    @Test
    void noMoreThanAThousandAreKept() {
        met("first", "First");
        for (int n = 0; n < 1_000; n++) {
            met("many-" + n, "Many");
        }

        assertThat(Colleagues.named("first")).isEqualTo("first");
    }
}
