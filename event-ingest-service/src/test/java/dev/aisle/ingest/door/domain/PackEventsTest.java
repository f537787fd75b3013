package dev.aisle.ingest.door.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.ingest.settings.schemas.EventSchemas;
import dev.aisle.ingest.shared.values.Fault;
import dev.aisle.platform.domains.Domains;
import dev.aisle.platform.domains.PackFiles;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PackEventsTest {
    private static final Domains MEDIA = new PackFiles(Optional.empty()).domains(List.of("media"), Domains.SHOP);

    @Test
    void anEventOfAPackIsTheShopsEventInItsDomain() {
        ShopEvent event = event("""
                {"type":"track","event":"Video_Started","userId":"u1","properties":
                 {"video_id":"m1","title":"The Long Way Round","genre":"Drama","studio":"Fernlight","mood":"calm"}}""");

        assertThat(event.getType()).isEqualTo(EventType.PRODUCT_VIEW);
        assertThat(event.getDomain()).isEqualTo("media");
        assertThat(event.getSourceName()).isEqualTo("Video_Started");
        assertThat(event.getItemsList()).singleElement().satisfies(item -> {
            assertThat(item.getProductId()).isEqualTo("m1");
            assertThat(item.getName()).isEqualTo("The Long Way Round");
            assertThat(item.getCategory()).isEqualTo("Drama");
            assertThat(item.getBrand()).isEqualTo("Fernlight");
        });
        assertThat(event.getMinimisedFieldsList()).containsExactly("properties.mood");
    }

    @Test
    void aRatingHasTheScaleOfThePackUnlessTheClientSaysAnother() {
        assertThat(event(rated("\"stars\":4.5")).getReview().getRatingMax()).isEqualTo(5);
        assertThat(event(rated("\"stars\":8,\"stars_max\":10")).getReview().getRatingMax())
                .isEqualTo(10);
    }

    @Test
    void aFaultNamesTheFieldAsTheClientWroteIt() {
        assertThat(fault("video_started", "{\"title\":\"x\"}").field()).isEqualTo("properties.product_id");
        assertThat(fault("video_started", "{\"video_id\":{}}").field()).isEqualTo("properties.video_id");
        assertThat(fault("rated", "{\"video_id\":\"m1\",\"stars\":\"many\"}").field())
                .isEqualTo("properties.stars");
        assertThat(fault("video_started", "{\"products\":[{\"video_id\":[]}]}").field())
                .isEqualTo("properties.products[0].video_id");
        assertThat(fault("video_completed", "{}").message()).startsWith("expected article_id or video_id");
    }

    @Test
    void withoutThePackTheSameEventIsAsItWas() {
        Reading reading = Samples.reading(rated("\"stars\":4.5"), EventSchemas.NONE, Domains.SHOP_ONLY);

        assertThat(reading).isInstanceOfSatisfying(Reading.Candidate.class, candidate -> {
            assertThat(candidate.event().getType()).isEqualTo(EventType.CUSTOM);
            assertThat(candidate.event().getDomain()).isEmpty();
        });
    }

    private static String rated(String stars) {
        return "{\"type\":\"track\",\"event\":\"rated\",\"userId\":\"u1\",\"properties\":{\"video_id\":\"m1\"," + stars
                + "}}";
    }

    private static ShopEvent event(String item) {
        return ((Reading.Candidate) Samples.reading(item, EventSchemas.NONE, MEDIA))
                .event()
                .build();
    }

    private static Fault fault(String event, String properties) {
        String item =
                "{\"type\":\"track\",\"event\":\"" + event + "\",\"userId\":\"u1\",\"properties\":" + properties + "}";
        return ((Reading.Rejection) Samples.reading(item, EventSchemas.NONE, MEDIA)).fault();
    }
}
