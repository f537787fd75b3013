package dev.aisle.ingest.shared.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.aisle.contracts.common.v1.Common;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.contracts.events.v1.Value;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class FieldPurposesTest {
    private static final Set<Purpose> OF_EVENTS =
            EnumSet.of(Purpose.ANALYTICS, Purpose.PERSONALIZATION, Purpose.MODEL_TRAINING);

    /** What the suite says of an event or its values, not what is collected of somebody. */
    private static final Set<String> OUR_OWN =
            Set.of("Refinement", "Flag", "Correction", "Masked", "Value", "TextList", "RejectedEvent");

    static Stream<FieldDescriptor> everyField() {
        return ShopEvent.getDescriptor().getFile().getMessageTypes().stream()
                .filter(message -> !OUR_OWN.contains(message.getName()))
                .map(Descriptor::getFields)
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("everyField")
    void nobodyCanAddAFieldWithoutSayingWhyItIsCollected(FieldDescriptor field) {
        List<Purpose> purposes = field.getOptions().getExtension(Common.purposes);

        assertThat(purposes).as(field.getFullName()).isNotEmpty();
        boolean necessary = purposes.equals(List.of(Purpose.NECESSARY));
        assertThat(necessary || OF_EVENTS.containsAll(purposes))
                .as(field.getFullName())
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = Purpose.class,
            names = {"ANALYTICS", "PERSONALIZATION", "MODEL_TRAINING"})
    void underEachPurposeExactlyTheFieldsThatServeItAreKept(Purpose granted) {
        ShopEvent.Builder event = Filled.event();

        List<String> dropped = FieldPurposes.minimise(event, Set.of(granted));

        assertThat(Filled.fieldsOf(event.build()))
                .noneMatch(dropped::contains)
                .allSatisfy(path -> assertThat(ContractField.of(path).purposes())
                        .as(path)
                        .containsAnyOf(granted, Purpose.NECESSARY));
        assertThat(dropped)
                .allSatisfy(path ->
                        assertThat(ContractField.of(path).purposes()).as(path).doesNotContain(granted));
    }

    @Test
    void whoGrantedAllLosesNothing() {
        ShopEvent.Builder event = Filled.event();
        ShopEvent before = event.build();

        assertThat(FieldPurposes.minimise(event, OF_EVENTS)).isEmpty();
        assertThat(event.build()).isEqualTo(before);
    }

    @Test
    void aSecondTimeNothingIsLeftToDrop() {
        ShopEvent.Builder event = Filled.event();
        FieldPurposes.minimise(event, Set.of(Purpose.MODEL_TRAINING));
        ShopEvent once = event.build();

        assertThat(FieldPurposes.minimise(event, Set.of(Purpose.MODEL_TRAINING)))
                .isEmpty();
        assertThat(event.build()).isEqualTo(once);
    }

    @Test
    void whatIsDroppedIsNamedAsTheClientNamesIt() {
        ShopEvent.Builder event = Filled.event();

        FieldPurposes.minimise(event, Set.of(Purpose.MODEL_TRAINING));

        assertThat(event.getMinimisedFieldsList())
                .contains(
                        "properties.query",
                        "properties.review_body",
                        "context.page.referrer",
                        "context.campaign.source",
                        "properties.products[].name");
    }

    @Test
    void aPropertyOfACustomEventFollowsThePurposesOfItsOwnSchema() {
        ShopEvent.Builder event = ShopEvent.newBuilder()
                .putProperties("size", value(Purpose.MODEL_TRAINING))
                .putProperties("mood", value(Purpose.PERSONALIZATION))
                .putProperties("older", Value.newBuilder().setText("x").build());

        List<String> dropped = FieldPurposes.minimise(event, Set.of(Purpose.MODEL_TRAINING));

        assertThat(event.getPropertiesMap().keySet()).containsExactly("size");
        assertThat(dropped).containsExactly("properties", "properties");
        assertThat(event.getMinimisedFieldsList()).containsExactlyInAnyOrder("properties.mood", "properties.older");
    }

    private static Value value(Purpose purpose) {
        return Value.newBuilder().setText("x").addPurposes(purpose).build();
    }
}
