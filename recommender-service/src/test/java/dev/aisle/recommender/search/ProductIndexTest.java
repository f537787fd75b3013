package dev.aisle.recommender.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.recommender.catalog.CatalogueItem.Sale;
import dev.aisle.recommender.catalog.ItemTraits;
import dev.aisle.recommender.catalog.ProductChange;
import dev.aisle.recommender.catalog.ProductChange.Described;
import dev.aisle.recommender.catalog.ProductChange.Removed;
import dev.aisle.recommender.catalog.ProductTexts;
import dev.aisle.recommender.catalog.ProductTexts.Wording;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProductIndexTest {
    @TempDir
    Path folder;

    private ProductIndex index;

    @BeforeEach
    void stock() {
        index = new ProductIndex(new SearchConfig() {
            @Override
            public Path directory() {
                return folder.resolve("index");
            }

            @Override
            public String language() {
                return "en";
            }
        });
        index.write(List.of(
                product("kettle", "Cast iron tea kettle", "Grey", Map.of("zh-CN", new Wording("铸铁茶壶", ""))),
                product("shoes", "Trail running shoes for women", "Speedy", Map.of()),
                product("lamp", "Stehlampe", "Hell", Map.of("de-AT", new Wording("Stehlampen fürs Wohnzimmer", ""))),
                product("dress", "夏季碎花连衣裙", "", Map.of())));
        index.refresh();
    }

    @AfterEach
    void close() throws IOException {
        index.close();
    }

    @ParameterizedTest
    @CsvSource({
        "tea kettle, '', kettle",
        "kettles, en, kettle",
        "tea kettel, '', kettle",
        "CAST-IRON, '', kettle",
        "cast iron ket, '', kettle",
        "runing shoe, '', shoes",
        "spedy, '', shoes",
        "wohnzimmers, de, lamp",
        "WOHNZIMMER, de-CH, lamp",
        "茶壶, '', kettle",
        "茶, '', kettle",
        "连衣裙, '', dress"
    })
    void wordsAreFoundAsPeopleTypeThem(String text, String tag, String wanted) {
        Locale locale =
                text.codePoints().anyMatch(Character::isIdeographic) ? Locale.CHINESE : Locale.forLanguageTag(tag);

        assertThat(index.ofWords(text, locale, 10, id -> true)).startsWith(wanted);
    }

    @ParameterizedTest
    @CsvSource({"碎花裙, dress", "kettel camping, kettle", "running boots, shoes"})
    void halfOfTheWordsAreFoundWhenAsked(String text, String wanted) {
        Locale locale = text.codePoints().anyMatch(Character::isIdeographic) ? Locale.CHINESE : Locale.ROOT;

        assertThat(index.ofWords(text, locale, 10, id -> true)).isEmpty();
        assertThat(index.ofHalfOfTheWords(text, locale, 10, id -> true)).startsWith(wanted);
    }

    @ParameterizedTest
    @CsvSource({"'*:* AND (title:'", "'\"'", "'~~^^\\/+-!'", "'???'", "'\ud83d\ude00'"})
    void marksAreNoLanguageOfQueries(String text) {
        assertThat(index.ofWords(text, Locale.ENGLISH, 10, id -> true)).isEmpty();
    }

    @Test
    void aFilterLooksOnUntilThereAreEnough() {
        index.write(IntStream.range(0, 3_000)
                .mapToObj(i -> (ProductChange) product("mug" + i, "Blue coffee mug", "", Map.of()))
                .toList());
        index.refresh();

        assertThat(index.ofWords("blue mug", Locale.ENGLISH, 5, "mug2999"::equals))
                .containsExactly("mug2999");
        assertThat(index.ofWords("blue mug", Locale.ENGLISH, 3_000, id -> true)).hasSize(3_000);
    }

    @Test
    void whatChangedOrWentIsFoundNoMore() {
        index.write(List.of(product("kettle", "Samovar", "", Map.of()), new Removed("shoes", Instant.EPOCH)));
        index.refresh();

        assertThat(index.ofWords("cast iron", Locale.ENGLISH, 10, id -> true)).isEmpty();
        assertThat(index.ofWords("samovar", Locale.ENGLISH, 10, id -> true)).containsExactly("kettle");
        assertThat(index.ofWords("running shoes", Locale.ENGLISH, 10, id -> true))
                .isEmpty();
        assertThat(index.size()).isEqualTo(3);
    }

    @Test
    void codesAreFoundWhole() {
        assertThat(index.ofCode("kettle", 10, id -> true)).containsExactly("kettle");
        assertThat(index.ofCode("kett", 10, id -> true)).isEmpty();
        assertThat(index.ofCode("gtinkettle", 10, id -> true)).containsExactly("kettle");
        assertThat(index.ofCode("skukettle", 10, id -> true)).containsExactly("kettle");
        assertThat(index.ofCode("skukettle", 10, id -> false)).isEmpty();
    }

    private static Described product(String id, String title, String brand, Map<String, Wording> localized) {
        return new Described(
                id,
                title,
                List.of(),
                brand,
                null,
                "",
                "",
                Sale.NOW,
                new ItemTraits(null, 1, 0, "", Map.of("SKU", "sku-" + id)),
                new ProductTexts("", localized, "gtin " + id),
                new byte[0],
                Instant.EPOCH);
    }
}
