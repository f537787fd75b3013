package dev.aisle.recommender.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.Timestamp;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.catalog.v1.Availability;
import dev.aisle.contracts.common.v1.Money;
import dev.aisle.recommender.Written;
import dev.aisle.recommender.catalog.CatalogueItem.Sale;
import dev.aisle.recommender.catalog.ProductChange.Described;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestRecords;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class CatalogueIT {
    @Inject
    Catalogue catalogue;

    @Inject
    ProductRepository products;

    @Test
    void anOlderDescriptionNeverOverwritesANewerOne() {
        String id = id();
        Written.sold(Written.product(id, "New", "A").setSourceTime(at(2_000)));
        Written.sold(Written.product(id, "Old", "A").setSourceTime(at(1_000)));
        await().until(() -> catalogue.get(id) != null);
        awaitAnother();

        assertThat(catalogue.get(id).title()).isEqualTo("New");
    }

    @Test
    void aProductWithoutAValueIsGone() {
        String id = id();
        Written.sold(Written.product(id, "Here", "A").setSourceTime(at(1_000)));
        await().until(() -> catalogue.get(id) != null);

        TestRecords.write(Topic.CATALOG, id, null);

        await().until(() -> catalogue.get(id) == null);
        catalogue.refresh();
        assertThat(catalogue.get(id)).isNull();
    }

    @Test
    void theTableGivesBackWhatTheTopicSaid() {
        String id = id();
        Written.sold(Written.product(id, "Ice", "Grocery", "Frozen", "Ice")
                .setAvailability(Availability.PREORDER)
                .setListPrice(Money.newBuilder().setMinorUnits(1599).setCurrency("EUR"))
                .setStock(7)
                .setFirstAvailableAt(at(1_000))
                .setGroupId("ices")
                .setDomain("shop")
                .putAttributes("taste", "lemon")
                .putAttributes("size", "1 l"));
        await().until(() -> catalogue.get(id) != null);
        var fromTopic = catalogue.get(id);

        var fromTable = (Described) products.find(List.of(id)).getFirst();

        assertThat(fromTable.traits()).isEqualTo(fromTopic.traits());
        assertThat(fromTable.title()).isEqualTo(fromTopic.title());
        assertThat(fromTable.price()).isEqualTo(fromTopic.price());
        assertThat(fromTable.sale()).isEqualTo(fromTopic.sale()).isEqualTo(Sale.PREORDER);
        assertThat(fromTable.path()).containsExactly("Grocery", "Frozen", "Ice");
        assertThat(fromTopic.category().path()).isEqualTo("Grocery > Frozen > Ice");
        assertThat(fromTopic.price().amount()).isEqualByComparingTo("12.99");
        assertThat(fromTopic.listPrice().amount()).isEqualByComparingTo("15.99");
        assertThat(fromTopic.stock()).isEqualTo(7);
        assertThat(fromTopic.firstAvailableAt()).isEqualTo(Instant.ofEpochSecond(1_000));
        assertThat(fromTopic.groupId()).isEqualTo("ices");
        assertThat(fromTopic.attributes()).containsOnly(Map.entry("taste", "lemon"), Map.entry("size", "1 l"));
    }

    private void awaitAnother() {
        for (int partition = 0; partition < Topic.PARTITIONS * 3; partition++) {
            String id = id();
            Written.sold(Written.product(id, "Marker", "A"));
            await().until(() -> catalogue.get(id) != null);
        }
    }

    private static String id() {
        return "p-" + UUID.randomUUID();
    }

    private static Timestamp at(long seconds) {
        return Timestamp.newBuilder().setSeconds(seconds).build();
    }
}
