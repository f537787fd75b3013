package dev.aisle.platform.consent;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.privacy.v1.AgeBand;
import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.contracts.privacy.v1.GppSignal;
import dev.aisle.contracts.privacy.v1.TcfSignal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsentSignalsTest {
    private static final Instant NOW = Instant.parse("2026-11-25T09:00:00Z");

    private static ConsentState.Builder californian() {
        return ConsentState.newBuilder().setJurisdiction("US-CA").setAgeBand(AgeBand.ADULT);
    }

    private static String reason(ConsentState.Builder state, Purpose purpose) {
        return Consent.of(state.build()).decide(purpose, NOW).reason().wireName();
    }

    @Test
    void aStringThatNobodyReadIsARefusal() {
        assertThat(reason(californian().setTcf("C…"), Purpose.ANALYTICS)).isEqualTo("tcf_missing");
        assertThat(reason(californian().setGpp("D…"), Purpose.SALE_SHARE)).isEqualTo("gpp_malformed");
        assertThat(Consent.of(californian().setGpp("D…").build()).granted(NOW)).isEmpty();
    }

    @Test
    void whatWasReadInAStringDecides() {
        TcfSignal tcf = tcfUntil(NOW.plusSeconds(1));
        GppSignal gpp = GppSignal.newBuilder()
                .addOptedOut(Purpose.SALE_SHARE)
                .addNotOptedOut(Purpose.ADS_TARGETED)
                .build();

        assertThat(reason(californian().setTcfSignal(tcf).setTcf("C…"), Purpose.ANALYTICS))
                .isEqualTo("tcf_grant");
        assertThat(reason(californian().setTcfSignal(tcf), Purpose.PERSONALIZATION))
                .isEqualTo("tcf_missing");
        assertThat(reason(californian().setTcfSignal(TcfSignal.getDefaultInstance()), Purpose.ANALYTICS))
                .isEqualTo("tcf_missing");
        assertThat(reason(californian().setGppSignal(gpp), Purpose.SALE_SHARE)).isEqualTo("gpp_opt_out");
        assertThat(reason(californian().setGppSignal(gpp), Purpose.ADS_TARGETED))
                .isEqualTo("jurisdiction_default_opt_out");
    }

    @Test
    void aYesByATcfStringIsOverWithItsTimeAndANoStays() {
        ConsentState.Builder european = ConsentState.newBuilder().setJurisdiction("EU");
        for (TcfSignal over : List.of(
                tcfUntil(NOW),
                TcfSignal.newBuilder().addAllPurposes(List.of(1, 8, 9)).build())) {
            assertThat(reason(european.setTcfSignal(over), Purpose.ANALYTICS)).isEqualTo("jurisdiction_default_opt_in");
            assertThat(reason(european.setTcfSignal(over), Purpose.PERSONALIZATION))
                    .isEqualTo("tcf_missing");
        }
    }

    @Test
    void whatIsGrantedIsLookedAtAnewWhenATcfStringEnds() {
        Consent consent = Consent.of(ConsentState.newBuilder()
                .setJurisdiction("EU")
                .setTcfSignal(tcfUntil(NOW.plusSeconds(60)))
                .build());

        assertThat(consent.granted(NOW)).contains(Purpose.ANALYTICS);
        assertThat(consent.granted(NOW.plusSeconds(60))).isEmpty();
    }

    private static TcfSignal tcfUntil(Instant end) {
        return TcfSignal.newBuilder()
                .addAllPurposes(List.of(1, 8, 9))
                .setExpiresAt(Timestamp.newBuilder().setSeconds(end.getEpochSecond()))
                .build();
    }

    @Test
    void whoLivedElsewhereIsAllowedWhatBothPlacesAllow() {
        assertThat(reason(californian(), Purpose.ANALYTICS)).isEqualTo("jurisdiction_default_opt_out");
        assertThat(reason(californian().addEarlierJurisdictions("EU"), Purpose.ANALYTICS))
                .isEqualTo("jurisdiction_default_opt_in");
    }
}
