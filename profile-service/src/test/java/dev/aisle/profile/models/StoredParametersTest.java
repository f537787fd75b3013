package dev.aisle.profile.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.aisle.algorithms.customers.coupon.CouponSensitivity;
import dev.aisle.algorithms.customers.lifetime.BetaGeometric;
import dev.aisle.algorithms.customers.lifetime.GammaGamma;
import dev.aisle.algorithms.customers.replenishment.Replenishment;
import dev.aisle.profile.analysis.domain.disclosure.Figure;
import dev.aisle.profile.analysis.domain.disclosure.Withheld;
import dev.aisle.profile.analysis.domain.trend.ForecastChart;
import dev.aisle.profile.analysis.domain.trend.Measure;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a job stores is what the reader of profiles loads; as strict with unknown fields as the service is. */
class StoredParametersTest {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    static Stream<Parameters> fitted() {
        Replenishment gaps = new Replenishment(2, 3, 40);
        return Stream.of(
                new Parameters.Lifetime(
                        BetaGeometric.bgNbd(0.2, 4.4, 0.8, 2.4), BetaGeometric.mbgNbd(0.5, 6, 0.9, 3), 7, -9582, -9590),
                new Parameters.Spend(new GammaGamma(6.25, 3.74, 15.4), -4000),
                new Parameters.Coupon(new CouponSensitivity(1, 3)),
                new Parameters.Replenishments(gaps, Map.of("tea", gaps)),
                new Parameters.Demand(
                        "Europe/Berlin",
                        List.of(new ForecastChart.Line(
                                "tea",
                                Measure.PEOPLE,
                                Measure.PEOPLE.unit(),
                                List.of(Figure.told(40), Figure.not(Withheld.FEWER_THAN_K)),
                                List.of(new ForecastChart.Step(
                                        LocalDate.of(2026, 11, 27),
                                        41.5,
                                        List.of(new ForecastChart.Interval(80, 30, 53)))),
                                "ets",
                                "least error on the past"))));
    }

    @ParameterizedTest
    @MethodSource("fitted")
    void isReadAsItWasWritten(Parameters parameters) throws JsonProcessingException {
        Parameters read = JSON.readValue(JSON.writeValueAsString(parameters), parameters.getClass());

        assertThat(read).isEqualTo(parameters);
    }
}
