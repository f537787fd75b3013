package dev.aisle.algorithms.flags;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** For which pages a redirect is. */
class RedirectsTest {
    private static final Flags FLAGS = new Flags(
            new FlagContext(Map.of("id", "1"), Map.of(), Map.of(), Map.of(), true, false, "", Map.of(), null));

    @ParameterizedTest
    @CsvSource({
        "simple, /tea, https://shop.example/TEA/, true",
        "simple, /tea, https://shop.example/tea/green, false",
        "simple, /tea/*, https://shop.example/tea/green, true",
        "simple, https://*.example/tea, https://shop.example/tea, true",
        "simple, https://other.example/tea, https://shop.example/tea, false",
        "simple, /tea?sort=*, https://shop.example/tea?page=2&sort=price, true",
        "simple, /tea?sort=name, https://shop.example/tea?sort=price, false",
        "regex, ^https://shop[.]example/(tea|coffee)$, https://shop.example/coffee, true",
        "regex, (, https://shop.example/coffee, false",
        "simple, /tea, not an address, false",
    })
    void aPatternIsForPages(String type, String pattern, String url, boolean redirected) {
        assertThat(Redirects.of(FLAGS, experiment(Map.of("type", type, "include", true, "pattern", pattern)), url)
                        .isPresent())
                .isEqualTo(redirected);
    }

    @ParameterizedTest
    @CsvSource({"https://shop.example/tea, true", "https://shop.example/checkout, false"})
    void whatIsLeftOutGoesFirst(String url, boolean redirected) {
        List<Map<String, Object>> experiments =
                experiment(Map.of("type", "simple", "include", false, "pattern", "/checkout"));

        assertThat(Redirects.of(FLAGS, experiments, url).isPresent()).isEqualTo(redirected);
    }

    private static List<Map<String, Object>> experiment(Map<String, Object> pattern) {
        return List.of(Map.of(
                "key",
                "new-page",
                "urlPatterns",
                List.of(pattern),
                "weights",
                List.of(0, 1),
                "variations",
                List.of(Map.of(), Map.of("urlRedirect", "https://shop.example/new"))));
    }
}
