package dev.aisle.profile.people.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.profile.v1.EventCount;
import dev.aisle.contracts.profile.v1.Prediction;
import dev.aisle.contracts.profile.v1.Profile;
import dev.aisle.contracts.profile.v1.Rhythm;
import dev.aisle.contracts.profile.v1.Taste;
import dev.aisle.contracts.profile.v1.Tastes;
import org.junit.jupiter.api.Test;

class PlainJsonTest {
    private record Shown(
            @JsonSerialize(using = PlainJson.class) Message values) {}

    @Test
    void showsEveryKindOfFieldAndLeavesOutWhatIsNotSet() throws JsonProcessingException {
        Profile profile = Profile.newBuilder()
                .setPseudonym("p1.k1.\"quoted\"")
                .setPurpose(Purpose.PERSONALIZATION)
                .setAsOf(Timestamp.newBuilder().setSeconds(1_764_072_000).setNanos(120_000_000))
                .setEvents(3_000_000_000L)
                .putCounts("search", EventCount.newBuilder().setCount(1).build())
                .putCounts("cart_add", EventCount.newBuilder().setCount(2).build())
                .addRecentProducts("tea")
                .addRecentProducts("ice")
                .setTastes(Tastes.newBuilder()
                        .addBrands(
                                Taste.newBuilder().setKey("Acme").setWeight(0.5).setShare(1)))
                .setPrediction(Prediction.newBuilder().setHorizonDays(90).setChurn(0.25))
                .setRhythm(Rhythm.newBuilder().addHours(0).addHours(7))
                .putAbsent("rfm", "nothing was bought")
                .putModels("lifetime", 7)
                .build();

        String json = JsonMapper.builder().build().writeValueAsString(new Shown(profile));

        assertThat(json)
                .isEqualTo("{\"values\":{\"pseudonym\":\"p1.k1.\\\"quoted\\\"\",\"purpose\":\"personalization\","
                        + "\"asOf\":\"2025-11-25T12:00:00.120Z\",\"events\":3000000000,"
                        + "\"counts\":{\"cart_add\":{\"count\":2},\"search\":{\"count\":1}},"
                        + "\"recentProducts\":[\"tea\",\"ice\"],"
                        + "\"tastes\":{\"brands\":[{\"key\":\"Acme\",\"weight\":0.5,\"share\":1.0}]},"
                        + "\"prediction\":{\"horizonDays\":90,\"churn\":0.25},\"rhythm\":{\"hours\":[0,7]},"
                        + "\"absent\":{\"rfm\":\"nothing was bought\"},\"models\":{\"lifetime\":7}}}");
    }
}
