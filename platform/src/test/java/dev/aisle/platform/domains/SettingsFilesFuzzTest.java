package dev.aisle.platform.domains;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.aisle.algorithms.privacy.rules.ConsentRules;
import dev.aisle.algorithms.privacy.rules.InvalidRulesException;
import dev.aisle.testing.AnyJson;
import java.util.List;

/** Files that an operator writes: domain packs and the table of consent rules. */
class SettingsFilesFuzzTest {
    private static final String RULES = ConsentRules.builtIn().text();
    private static final List<String> NAMES = List.of(
            "age",
            "assortment",
            "attribute",
            "attributes",
            "availability",
            "because-bought",
            "because-chosen",
            "because-viewed",
            "bought-with",
            "buy-again",
            "child",
            "comes-next",
            "constants",
            "content-like",
            "diversity",
            "education",
            "events",
            "examples",
            "exploration",
            "false",
            "for-you",
            "for-you-first",
            "from",
            "in-cart",
            "is",
            "lists",
            "looks-like",
            "max-per-brand",
            "max-per-category",
            "media",
            "new",
            "pack",
            "popular",
            "popular-in",
            "popular-in-country",
            "popular-on-device",
            "products",
            "properties",
            "reasons",
            "repeat",
            "required",
            "rules",
            "same-visit",
            "separator",
            "shop",
            "similar",
            "teen",
            "title",
            "trend",
            "trending",
            "true",
            "type",
            "unknown",
            "until",
            "values",
            "weight");

    @FuzzTest
    void anyFileIsReadOrRefusedWithTheLine(FuzzedDataProvider data) {
        switch (data.consumeInt(0, 2)) {
            case 0 ->
                pack(AnyJson.of(bound -> data.consumeInt(0, bound - 1), NAMES).toString());
            case 1 -> pack(data.consumeRemainingAsString());
            default -> rules(data);
        }
    }

    private static void pack(String text) {
        try {
            assertThat(PackReader.read("fuzz.yaml", text)).isNotNull();
        } catch (InvalidPackException e) {
            assertThat(e.getMessage()).contains("fuzz.yaml");
        }
    }

    /** The rules that there are, with something else somewhere in them. */
    private static void rules(FuzzedDataProvider data) {
        int from = data.consumeInt(0, RULES.length());
        int to = Math.min(RULES.length(), from + data.consumeInt(0, 200));
        String text = RULES.substring(0, from) + data.consumeRemainingAsString() + RULES.substring(to);
        try {
            assertThat(ConsentRules.parse(text)).isNotNull();
        } catch (InvalidRulesException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }
}
