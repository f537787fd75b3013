package dev.aisle.recommender.search;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.aisle.contracts.Topic;
import dev.aisle.contracts.catalog.v1.LocalizedText;
import dev.aisle.contracts.catalog.v1.Product;
import dev.aisle.contracts.recommender.v1.Filters;
import dev.aisle.contracts.recommender.v1.Note;
import dev.aisle.contracts.recommender.v1.RecommendResponse;
import dev.aisle.contracts.recommender.v1.SearchRequest;
import dev.aisle.platform.security.Role;
import dev.aisle.recommender.Grpc;
import dev.aisle.recommender.Written;
import dev.aisle.recommender.catalog.ProductRepository;
import dev.aisle.recommender.search.content.ContentSpace;
import dev.aisle.recommender.search.content.ContentSpace.Near;
import dev.aisle.recommender.search.content.ReadTexts;
import dev.aisle.recommender.search.content.Spaces;
import dev.aisle.recommender.search.content.VectorRepository;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestRecords;
import dev.aisle.testing.TestTokens;
import dev.aisle.text.TextModel;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class SearchIT {
    private static boolean stocked;

    @Inject
    ContentSpace content;

    @Inject
    Spaces spaces;

    @Inject
    VectorRepository vectors;

    @Inject
    ReadTexts readTexts;

    @Inject
    ProductRepository products;

    @BeforeEach
    void stock() {
        if (!stocked) {
            sold(Written.product("pot-1", "Cast iron tea kettle", "Kitchen", "Kettles")
                    .setDescription("Keeps green tea hot for hours.")
                    .setGtin("4006381333931")
                    .putAttributes("sku", "KT-0815")
                    .putLocalized("zh-CN", wording("铸铁茶壶", "可以长时间保温绿茶")));
            sold(Written.product("shoe-1", "Trail running shoes for women", "Outdoor", "Shoes")
                    .setBrand("Speedy"));
            sold(Written.product("head-1", "Wireless headphones with noise cancelling", "Audio"));
            sold(Written.product("lamp-1", "Stehlampe aus Eichenholz", "Wohnen")
                    .putLocalized("de", wording("Stehlampen aus Eichenholz für das Wohnzimmer", "")));
            sold(Written.product("dress-1", "夏季碎花连衣裙", "服装", "女装"));
            for (String id : List.of("pot-1", "dress-1")) {
                await().atMost(Duration.ofSeconds(60)).until(() -> has(id, TextModel.CHINESE));
            }
            for (String id : List.of("pot-1", "shoe-1", "head-1", "lamp-1")) {
                await().atMost(Duration.ofSeconds(60)).until(() -> has(id, TextModel.ENGLISH));
            }
            stocked = true;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "tea kettle, pot-1",
        "tea kettel, pot-1",
        "cast iron ket, pot-1",
        "runing shoe, shoe-1",
        "speedy, shoe-1",
        "headphone, head-1",
        "sneakers for jogging, shoe-1",
        "earbuds to listen to music in silence, head-1",
        "铸铁茶壶, pot-1",
        "茶壶, pot-1",
        "花裙子, dress-1",
        "stehlampe, lamp-1"
    })
    void whatPeopleMeanComesFirst(String query, String productId) {
        search(Map.of("q", query)).body("hits[0].productId", equalTo(productId));
    }

    @Test
    void anAttributeNarrowsTheSearch() {
        search(Map.of("q", "tea kettle", "attribute", "sku:KT-0815")).body("hits[0].productId", equalTo("pot-1"));
        search(Map.of("q", "tea kettle", "attribute", "sku:KT-0816"))
                .body("hits.size()", equalTo(0))
                .body("nothing", equalTo("FILTERED_OUT"));
    }

    @Test
    void overGrpcTheSameIsFoundPageByPage() {
        try (Grpc grpc = new Grpc()) {
            var service = grpc.with(TestTokens.withRoles(Role.STOREFRONT));
            RecommendResponse first = service.search(
                    SearchRequest.newBuilder().setQuery("tea kettle").setSize(1).build());
            assertThat(first.getItems(0).getProductId()).isEqualTo("pot-1");
            assertThat(first.getStage()).isEqualTo("search");

            RecommendResponse nothing = service.search(SearchRequest.newBuilder()
                    .setQuery("tea kettle")
                    .setFilters(Filters.newBuilder().addBrands("nobody's"))
                    .build());
            assertThat(nothing.getItemsList()).isEmpty();
            assertThat(nothing.getNotes(0).getWhy()).isEqualTo(Note.Why.NOTHING_MATCHES);
        }
    }

    @Test
    void aLanguageHasItsRules() {
        search(Map.of("q", "Wohnzimmers Lampe", "locale", "de")).body("hits.productId", hasItem("lamp-1"));
    }

    @ParameterizedTest
    @CsvSource({"pot-1, pot-1", "POT-1, pot-1", "4006381333931, pot-1", "4006 3813 33931, pot-1", "kt0815, pot-1"})
    void aCodeFindsItsProductExactly(String code, String productId) {
        search(Map.of("q", code))
                .body("hits[0].productId", equalTo(productId), "hits[0].source", equalTo("search-code"));
    }

    @Test
    void aNewProductIsFoundAndNearWithinTwoSecondsOfItsEvent() {
        boolean inTime = IntStream.range(0, 8).anyMatch(attempt -> {
            String id = "violin-" + attempt;
            long began = System.nanoTime();
            Written.sold(Written.product(id, "Electric violin number " + attempt, "Music"));
            await().atMost(Duration.ofSeconds(30))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> has(id, TextModel.ENGLISH));
            search(Map.of("q", "electric violin " + attempt)).body("hits.productId", hasItem(id));
            assertThat(content.matching("electric violin", Locale.ENGLISH, 10))
                    .extracting(Near::productId)
                    .contains(id);
            assertThat(content.near(Map.of(id, 1f), 3, other -> true)).isNotEmpty();
            return System.nanoTime() - began < Duration.ofSeconds(2).toNanos();
        });

        assertThat(inTime).isTrue();
    }

    @Test
    void aProductThatIsGoneIsNotFound() {
        sold(Written.product("harp-1", "Concert harp of maple", "Music"));
        await().until(() -> ids(Map.of("q", "maple harp")).contains("harp-1"));
        await().until(() -> has("harp-1", TextModel.ENGLISH) && stored("harp-1"));

        TestRecords.write(Topic.CATALOG, "harp-1", null);

        await().until(() -> !ids(Map.of("q", "maple harp")).contains("harp-1"));
        await().until(() -> !has("harp-1", TextModel.ENGLISH) && !stored("harp-1"));
    }

    @Test
    void aNewTitleReplacesTheOldOne() {
        sold(Written.product("drum-1", "Snare drum", "Music"));
        await().until(() -> ids(Map.of("q", "snare drum")).contains("drum-1"));

        sold(Written.product("drum-1", "Xylophone", "Music"));

        await().until(() -> ids(Map.of("q", "xylophone")).contains("drum-1"));
        search(Map.of("q", "snare"))
                .body("hits.findAll { it.source != 'search-meaning' }.productId", equalTo(List.of()));
    }

    @Test
    void aFilterNeverEmptiesAListThatHasMatchesFurtherDown() {
        for (int i = 0; i < 150; i++) {
            sold(Written.product("mug-" + i, "Blue coffee mug", "Kitchen").setBrand(i == 149 ? "Rare" : "Common"));
        }
        await().atMost(Duration.ofSeconds(30))
                .until(() -> ids(Map.of("q", "mug-149")).contains("mug-149"));

        search(Map.of("q", "blue coffee mug", "brand", "Rare", "size", 5))
                .body("hits.productId", equalTo(List.of("mug-149")));
        search(Map.of("q", "blue coffee mug", "brand", "Nobody"))
                .body("hits", equalTo(List.of()), "nothing", equalTo("FILTERED_OUT"));
        search(Map.of("q", "blue coffee mug", "maxPrice", "1"))
                .body("hits", equalTo(List.of()), "nothing", equalTo("FILTERED_OUT"));
    }

    @Test
    void pagesFollowEachOtherWithoutAProductTwice() {
        // Products of other tests may still be read, and change the order between two questions.
        await().untilAsserted(() -> {
            List<String> all = ids(Map.of("q", "tea", "size", 4));
            List<String> first = ids(Map.of("q", "tea", "size", 2));
            List<String> second = ids(Map.of("q", "tea", "size", 2, "offset", 2));

            assertThat(first).doesNotContainAnyElementsOf(second);
            assertThat(all).startsWith(first.toArray(String[]::new));
        });
        search(Map.of("q", "4006381333931", "offset", 500))
                .body("hits", equalTo(List.of()), "nothing", equalTo("PAST_THE_END"));
    }

    @Test
    void whatNobodySellsIsSaidHonestly() {
        search(Map.of("q", "qzxwvk jjkqx"))
                .body("hits", equalTo(List.of()), "nothing", equalTo("NO_MATCH"), "complete", equalTo(true));
        search(Map.of("q", "???")).body("hits.findAll { it.source == 'search-words' }", equalTo(List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "q, ''",
        "q, '   '",
        "size, 0",
        "size, 101",
        "size, many",
        "offset, -1",
        "offset, 1001",
        "minPrice, cheap",
        "minPrice, 9",
        "attribute, organic",
        "attribute, organic:",
        "inStockOnly, perhaps"
    })
    void whatCanNotBeAskedNamesItsField(String field, String value) {
        var parameters = new java.util.HashMap<String, Object>(Map.of("q", "tea", "maxPrice", "5"));
        parameters.put(field, value);
        ask(parameters).statusCode(400).body("errors.field", hasItem(field));
    }

    @ParameterizedTest
    @CsvSource({"'*:* AND (title:'", "'\"unbalanced', ", "'~~~ ^^^ \\ / +-!'", "'select * from product'"})
    void noTextIsALanguageOfQueries(String text) {
        search(Map.of("q", text));
    }

    @Test
    void pointsComeFromTheTableAfterARestart() {
        Product.Builder product = Written.product("cello-1", "Student cello", "Music");
        sold(product);
        await().until(() -> has("cello-1", TextModel.ENGLISH) && stored("cello-1"));
        var stored = vectors.find(TextModel.ENGLISH, List.of("cello-1")).get("cello-1");
        spaces.of(TextModel.ENGLISH).remove("cello-1");

        readTexts.of(List.of("cello-1"));

        assertThat(spaces.of(TextModel.ENGLISH).has("cello-1", stored.hash())).isTrue();
        assertThat(products.find(List.of("cello-1"))).hasSize(1);
    }

    /** Written after it is known here. */
    private boolean stored(String id) {
        return vectors.find(TextModel.ENGLISH, List.of(id)).containsKey(id);
    }

    private boolean has(String id, TextModel model) {
        return content.near(Map.of(id, 1f), 1, other -> true) != null
                && spaces.of(model).sum(Map.of(id, 1f)).weight() > 0;
    }

    private static List<String> ids(Map<String, Object> parameters) {
        return search(parameters).extract().path("hits.productId");
    }

    private static ValidatableResponse search(Map<String, Object> parameters) {
        return ask(parameters).statusCode(200);
    }

    private static ValidatableResponse ask(Map<String, Object> parameters) {
        return given().auth()
                .oauth2(TestTokens.withRoles(Role.STOREFRONT))
                .queryParams(parameters)
                .get("/v1/search")
                .then();
    }

    private static void sold(Product.Builder product) {
        Written.sold(product);
    }

    private static LocalizedText wording(String title, String description) {
        return LocalizedText.newBuilder()
                .setTitle(title)
                .setDescription(description)
                .build();
    }
}
