package dev.aisle.recommender.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.Timestamp;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.catalog.v1.Availability;
import dev.aisle.recommender.Written;
import dev.aisle.recommender.catalog.store.Catalogue;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestRecords;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class CatalogueIT {
    @Inject
    Catalogue catalogue;

    @Test
    void anOlderDescriptionNeverOverwritesANewerOne() {
        String id = id();
        Written.sold(Written.product(id, "New", "A").setSourceTime(at(2_000)));
        Written.sold(Written.product(id, "Old", "A").setSourceTime(at(1_000)));
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
        Written.sold(Written.product(id, "Ice", "Grocery", "Frozen", "Ice").setAvailability(Availability.PREORDER));
        await().until(() -> catalogue.get(id) != null);
        var fromTopic = catalogue.get(id);

        catalogue.refresh();

        assertThat(catalogue.get(id)).isEqualTo(fromTopic);
        assertThat(fromTopic.category().path()).isEqualTo("Grocery > Frozen > Ice");
        assertThat(fromTopic.price().amount()).isEqualByComparingTo("12.99");
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
