package dev.aisle.ingest.catalog.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.aisle.contracts.catalog.v1.Availability;
import dev.aisle.contracts.catalog.v1.Picture;
import dev.aisle.contracts.catalog.v1.Product;
import dev.aisle.contracts.common.v1.Money;
import dev.aisle.contracts.ingest.v1.CatalogChange;
import dev.aisle.contracts.ingest.v1.PriceChange;
import dev.aisle.contracts.ingest.v1.Removal;
import dev.aisle.contracts.ingest.v1.StockChange;
import dev.aisle.ingest.shared.values.Timestamps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProductStateTest {
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    @Test
    void aPriceSurvivesAnOlderProductThatArrivesLater() {
        ProductState state = after(price(0, 900), product(-1, "Tea", 1000));

        assertThat(state.listed().orElseThrow().getTitle()).isEqualTo("Tea");
        assertThat(state.product().getPrice().getMinorUnits()).isEqualTo(900);
        assertThat(Timestamps.toInstant(state.listed().orElseThrow().getSourceTime()))
                .isEqualTo(NOON);
    }

    @Test
    void anOlderProductChangesNothingOfANewerOne() {
        ProductState state = after(product(0, "New", 900), product(-1, "Old", 1000));

        assertThat(state.product().getTitle()).isEqualTo("New");
        assertThat(state.product().getPrice().getMinorUnits()).isEqualTo(900);
    }

    @Test
    void aRemovalIsUndoneOnlyBySomethingNewer() {
        assertThat(after(removal(0), product(-1, "Tea", 1000)).isListed()).isFalse();
        assertThat(after(removal(0), product(1, "Tea", 1000)).isListed()).isTrue();
        assertThat(after(product(1, "Tea", 1000), removal(0)).isListed()).isTrue();
    }

    @Test
    void afterARemovalNothingOfBeforeComesBack() {
        ProductState state = after(product(0, "Tea", 1000), stock(0, 7), removal(1), titleOnly(2, "Tea"));

        assertThat(state.isListed()).isTrue();
        assertThat(state.product().hasPrice()).isFalse();
        assertThat(state.product().hasStock()).isFalse();
    }

    @Test
    void ofEqualTimesTheLaterArrivalWins() {
        assertThat(after(product(0, "A", 1), product(0, "B", 2)).product().getTitle())
                .isEqualTo("B");
        assertThat(after(product(0, "A", 1), removal(0)).isListed()).isFalse();
        assertThat(after(removal(0), product(0, "A", 1)).isListed()).isTrue();
    }

    @Test
    void sendingTheSameAgainChangesNothing() {
        ProductState once = after(product(0, "A", 1), price(1, 5));

        assertThat(once.after(product(0, "A", 1)).after(price(1, 5))).isEqualTo(once);
    }

    @Test
    void aProductThatSaysNothingOfPriceAndStockLeavesThem() {
        ProductState state = after(product(0, "Tea", 1000), stock(0, 7), titleOnly(1, "Green tea"));

        assertThat(state.product().getTitle()).isEqualTo("Green tea");
        assertThat(state.product().getPrice().getMinorUnits()).isEqualTo(1000);
        assertThat(state.product().getStock()).isEqualTo(7);
        assertThat(state.product().getAvailability()).isEqualTo(Availability.IN_STOCK);
    }

    @Test
    void aPriceWithoutAProductWaits() {
        ProductState waiting = after(price(0, 900));

        assertThat(waiting.isPending()).isTrue();
        assertThat(waiting.listed()).isEmpty();
        assertThat(waiting.after(titleOnly(-1, "Tea")).product().getPrice().getMinorUnits())
                .isEqualTo(900);
    }

    @Test
    void aPictureStaysWhenTheProductIsDescribedAnew() {
        ProductState state = after(titleOnly(0, "Tea"), picture(1, "a"), titleOnly(2, "Green tea"), picture(-1, "old"));

        assertThat(state.listed().orElseThrow().getPicture().getPixels().toStringUtf8())
                .isEqualTo("a");
        assertThat(state.listed().orElseThrow().getTitle()).isEqualTo("Green tea");
    }

    @Test
    void aPictureWithoutAProductWaitsAndOneThatWasTakenAwayDoesNot() {
        assertThat(after(picture(0, "a")).isPending()).isTrue();
        assertThat(after(picture(0, "")).isPending()).isFalse();
    }

    @Test
    void aPictureThatWasTakenAwayIsGoneAndAnOlderOneDoesNotComeBack() {
        ProductState state = after(titleOnly(0, "Tea"), picture(1, "a"), picture(3, ""), picture(2, "b"));

        assertThat(state.listed().orElseThrow().hasPicture()).isFalse();
        assertThat(Timestamps.toInstant(state.listed().orElseThrow().getSourceTime()))
                .isEqualTo(NOON.plusSeconds(180));
    }

    @Test
    void aRemovedProductTakesItsPictureAlong() {
        ProductState state = after(titleOnly(0, "Tea"), picture(1, "a"), removal(2), titleOnly(3, "Tea"));

        assertThat(state.listed().orElseThrow().hasPicture()).isFalse();
    }

    @Test
    void theOrderOfArrivalDoesNotMatter() {
        List<CatalogChange> changes = List.of(
                product(0, "A", 100),
                price(1, 90),
                removal(2),
                stock(3, 5),
                titleOnly(4, "B"),
                price(5, 80),
                picture(6, "a"),
                product(-3, "Z", 70));

        Set<ProductState> ends = new HashSet<>();
        permute(new ArrayList<>(changes), 0, ends);

        assertThat(ends).hasSize(1);
        Product end = ends.iterator().next().listed().orElseThrow();
        assertThat(end.getTitle()).isEqualTo("B");
        assertThat(end.getPrice().getMinorUnits()).isEqualTo(80);
        assertThat(end.getStock()).isEqualTo(5);
    }

    private static void permute(List<CatalogChange> changes, int from, Set<ProductState> ends) {
        if (from == changes.size()) {
            ends.add(after(changes.toArray(CatalogChange[]::new)));
        }
        for (int i = from; i < changes.size(); i++) {
            java.util.Collections.swap(changes, from, i);
            permute(changes, from + 1, ends);
            java.util.Collections.swap(changes, from, i);
        }
    }

    private static ProductState after(CatalogChange... changes) {
        ProductState state = ProductState.NONE;
        for (CatalogChange change : changes) {
            state = state.after(change);
        }
        return state;
    }

    private static CatalogChange product(int minutes, String title, long price) {
        return at(minutes)
                .setProduct(
                        Product.newBuilder().setProductId("p").setTitle(title).setPrice(money(price)))
                .build();
    }

    private static CatalogChange picture(int minutes, String pixels) {
        return at(minutes)
                .setPicture(Picture.newBuilder().setPixels(ByteString.copyFromUtf8(pixels)))
                .build();
    }

    private static CatalogChange titleOnly(int minutes, String title) {
        return at(minutes)
                .setProduct(Product.newBuilder().setProductId("p").setTitle(title))
                .build();
    }

    private static CatalogChange price(int minutes, long price) {
        return at(minutes)
                .setPrice(PriceChange.newBuilder().setPrice(money(price)))
                .build();
    }

    private static CatalogChange stock(int minutes, long stock) {
        return at(minutes)
                .setStock(StockChange.newBuilder()
                        .setAvailability(Availability.IN_STOCK)
                        .setStock(stock))
                .build();
    }

    private static CatalogChange removal(int minutes) {
        return at(minutes).setRemoval(Removal.getDefaultInstance()).build();
    }

    private static CatalogChange.Builder at(int minutes) {
        return CatalogChange.newBuilder()
                .setProductId("p")
                .setSourceTime(Timestamps.of(NOON.plusSeconds(60L * minutes)));
    }

    private static Money money(long minorUnits) {
        return Money.newBuilder().setMinorUnits(minorUnits).setCurrency("EUR").build();
    }
}
