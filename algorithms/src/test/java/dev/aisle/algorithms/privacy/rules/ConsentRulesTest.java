package dev.aisle.algorithms.privacy.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.algorithms.Vectors;
import dev.aisle.algorithms.privacy.AgeBand;
import dev.aisle.algorithms.privacy.ConsentDecision;
import dev.aisle.algorithms.privacy.ConsentQuestion;
import dev.aisle.algorithms.privacy.ConsentReason;
import dev.aisle.algorithms.privacy.ExplicitStatus;
import dev.aisle.algorithms.privacy.GppSignal;
import dev.aisle.algorithms.privacy.Purpose;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every question there is, asked of the table that Aisle comes with. */
class ConsentRulesTest {
    private static final ConsentRules RULES = ConsentRules.builtIn();
    private static final List<String> JURISDICTIONS =
            List.of("", "??", "EU", "UK", "CH", "BR", "US-CA", "US-CO", "US-CT", "US-TX", "US-VA", "US-NV");
    private static final List<Optional<Set<Integer>>> TCF =
            List.of(Optional.empty(), Optional.of(Set.of()), Optional.of(Set.of(1, 3, 4, 5, 6, 8, 9, 10)));

    private static void everyQuestion(Consumer<ConsentQuestion> each) {
        for (String jurisdiction : JURISDICTIONS) {
            for (AgeBand age : AgeBand.values()) {
                for (Purpose purpose : Purpose.values()) {
                    for (ExplicitStatus explicit : ExplicitStatus.values()) {
                        everySignal(ConsentQuestion.of(jurisdiction, age, purpose, explicit, false), each);
                    }
                }
            }
        }
    }

    private static void everySignal(ConsentQuestion q, Consumer<ConsentQuestion> each) {
        for (Optional<Set<Integer>> tcf : TCF) {
            for (GppSignal gpp : GppSignal.values()) {
                for (int flags = 0; flags < 4; flags++) {
                    each.accept(new ConsentQuestion(
                            q.jurisdiction(),
                            q.ageBand(),
                            q.purpose(),
                            q.explicit(),
                            (flags & 1) != 0,
                            tcf,
                            gpp,
                            (flags & 2) != 0));
                }
            }
        }
    }

    private static boolean allowed(ConsentQuestion question) {
        return RULES.decide(question).allowed();
    }

    @Test
    void theTableKeepsThePromisesThatEveryTableMustKeep() {
        assertThat(ConsentRules.parse(RULES.text()).fingerprint()).isEqualTo(RULES.fingerprint());
    }

    @Test
    void everyQuestionHasAnAnswerAndEveryRuleIsTheAnswerToSome() {
        Set<ConsentReason> seen = EnumSet.noneOf(ConsentReason.class);

        everyQuestion(question -> seen.add(RULES.decide(question).reason()));

        assertThat(seen).containsExactlyInAnyOrder(ConsentReason.values());
    }

    @Test
    void theNecessaryIsAlwaysAllowedAndASuppressedPersonOtherwiseNever() {
        everyQuestion(question -> {
            if (question.purpose() == Purpose.NECESSARY) {
                assertThat(allowed(question)).isTrue();
            } else if (question.suppressed()) {
                assertThat(allowed(question)).isFalse();
            }
        });
    }

    @Test
    void noSignalWidensWhatIsAllowedWithoutIt() {
        everyQuestion(q -> {
            ConsentQuestion without = new ConsentQuestion(
                    q.jurisdiction(),
                    q.ageBand(),
                    q.purpose(),
                    q.explicit(),
                    false,
                    q.tcf(),
                    GppSignal.ABSENT,
                    q.suppressed());
            assertThat(allowed(q) && !allowed(without)).as("%s", q).isFalse();
        });
    }

    @Test
    void jointTrainingTakesAnAdultsOwnYesWhereverAndWhateverABrowserSays() {
        everyQuestion(q -> {
            if (q.purpose() == Purpose.JOINT_TRAINING && allowed(q)) {
                assertThat(q.explicit().grants()).as("%s", q).isTrue();
                assertThat(q.ageBand()).isEqualTo(AgeBand.ADULT);
                assertThat(q.gpc() && q.explicit() != ExplicitStatus.GRANT_DESPITE_GPC)
                        .isFalse();
            }
        });
        assertThat(allowed(
                        ConsentQuestion.of("EU", AgeBand.ADULT, Purpose.JOINT_TRAINING, ExplicitStatus.GRANT, false)))
                .isTrue();
    }

    @Test
    void privacyControlLeavesTheShopsOwnPagesAlone() {
        everyQuestion(q -> {
            if (q.gpc() && !RULES.mapping(q.purpose()).crossesContexts()) {
                ConsentQuestion without = new ConsentQuestion(
                        q.jurisdiction(),
                        q.ageBand(),
                        q.purpose(),
                        q.explicit(),
                        false,
                        q.tcf(),
                        q.gpp(),
                        q.suppressed());
                assertThat(RULES.decide(q)).isEqualTo(RULES.decide(without));
            }
        });
    }

    @Test
    void movingFromOneJurisdictionToAnotherNeverWidens() {
        everyQuestion(question -> JURISDICTIONS.forEach(earlier -> {
            ConsentDecision moved = RULES.decide(question, List.of(earlier));
            assertThat(moved.allowed())
                    .as("%s after %s", question, earlier)
                    .isEqualTo(allowed(question) && allowed(question.in(earlier)));
        }));
    }

    @Test
    void whoIsYoungerIsAllowedNoMoreAndNeverAdsOrSale() {
        everyQuestion(q -> {
            boolean crosses = RULES.mapping(q.purpose()).crossesContexts();
            assertThat(q.ageBand() != AgeBand.ADULT && crosses && allowed(q)).isFalse();
            if (q.ageBand() == AgeBand.TEEN && allowed(q)) {
                assertThat(allowed(new ConsentQuestion(
                                q.jurisdiction(),
                                AgeBand.ADULT,
                                q.purpose(),
                                q.explicit(),
                                q.gpc(),
                                q.tcf(),
                                q.gpp(),
                                q.suppressed())))
                        .isTrue();
            }
            if (q.ageBand() == AgeBand.CHILD && q.purpose() != Purpose.NECESSARY && allowed(q)) {
                assertThat(q.explicit()).isEqualTo(ExplicitStatus.GRANT_PARENTAL);
            }
        });
    }

    @Test
    void anUnknownJurisdictionIsAsStrictAsTheStrictest() {
        everyQuestion(question -> {
            if (allowed(question.in("??"))) {
                assertThat(allowed(question)).as("%s", question).isTrue();
            }
        });
    }

    @Test
    void aMalformedGppStringMeansTheStrictestDefault() {
        everyQuestion(q -> {
            if (q.gpp() == GppSignal.MALFORMED
                    && q.explicit() == ExplicitStatus.NONE
                    && q.tcf().isEmpty()) {
                assertThat(allowed(q)).isEqualTo(q.purpose() == Purpose.NECESSARY);
            }
        });
    }

    @Test
    void thePurposesAreMappedAsPublished() {
        JsonNode mapping = Vectors.json("consent-mapping.json").get("purposes");

        mapping.properties().forEach(entry -> {
            PurposeMapping ours =
                    RULES.mapping(Purpose.ofWireName(entry.getKey()).orElseThrow());
            assertThat(ours.dpv()).isEqualTo(entry.getValue().get("dpv").asText());
            assertThat(ours.tcf().stream().map(String::valueOf).collect(Collectors.toSet()))
                    .isEqualTo(texts(entry.getValue().get("tcf")));
            assertThat(ours.googleConsentMode())
                    .isEqualTo(texts(entry.getValue().get("gcm")));
        });
    }

    private static Set<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return Set.copyOf(texts);
    }
}
