package dev.aisle.algorithms.privacy.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aisle.algorithms.privacy.AgeBand;
import dev.aisle.algorithms.privacy.ConsentQuestion;
import dev.aisle.algorithms.privacy.ExplicitStatus;
import dev.aisle.algorithms.privacy.Purpose;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvalidRulesTest {
    private static final String BUILT_IN = ConsentRules.builtIn().text();

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            30,explicit_deny_or_withdrawn,explicit=deny,DENY ; 30,explicit_deny_or_withdrawn,explicit=deny,PERHAPS ; expected ALLOW or DENY
            explicit=withdrawn,DENY   ; explicit=withdrawn,ALLOW    ; what a person refused must be denied
            suppressed=yes,DENY       ; suppressed=yes,ALLOW        ; a suppressed person must be denied
            purpose=necessary,ALLOW   ; purpose=necessary,DENY      ; necessary must always be allowed
            40,gpc,gpc=yes and        ; 40,gpc,gpc=no and           ; Global Privacy Control must deny
            gpp=optout and            ; weather=rain and            ; unknown fact weather
            gpp=malformed and         ; gpp=rain and                ; gpp is one of [absent, malformed, notopted, optout]
            90,expired                ; 80,expired                  ; order 80 comes after 80
            tcf_missing,The           ; no_such_reason,The          ; unknown reason no_such_reason
            age=child and explicit!=grant_parental,DENY ; age=child and explicit!=grant_parental,ALLOW ; a child must be denied
            '*,*,opt_in'              ; '*,*,opt_out'               ; an unknown jurisdiction must be the strictest
            'US-VA,child,opt_in'      ; 'US-VA,teen,opt_in'         ; US-VA has a second line for age teen
            'EU,*,'                   ; 'EU,adult,'                 ; a line for another age of EU is missing
            'analytics,no,1 8 9'      ; 'analytics,no,1 8 99'       ; expected numbers from 1 to 24
            '102,jurisdiction_default,,DENY' ; '102,jurisdiction_default,,ALLOW' ; the last rule must deny
            '[jurisdictions]'         ; '[places]'                  ; is unknown or there twice
            """)
    void aWrongTableIsRefusedAndTheLineIsNamed(String right, String wrong, String problem) {
        assertThat(BUILT_IN).contains(right);

        assertThatExceptionOfType(InvalidRulesException.class)
                .isThrownBy(() -> ConsentRules.parse(BUILT_IN.replace(right, wrong)))
                .satisfies(e ->
                        assertThat(e.getMessage()).matches("(?s)line \\d+: .*").contains(problem))
                .satisfies(e -> assertThat(
                                BUILT_IN.replace(right, wrong).lines().toList().get(e.line() - 1))
                        .isNotBlank());
    }

    @Test
    void anEmptyTextIsNoTable() {
        assertThatThrownBy(() -> ConsentRules.parse("")).isInstanceOf(InvalidRulesException.class);
        assertThatThrownBy(() -> ConsentRules.parse("\u0000,\"")).isInstanceOf(InvalidRulesException.class);
    }

    @Test
    void aShopMayBeStricterThanAisle() {
        ConsentRules strict = ConsentRules.parse(BUILT_IN.replace("US-TX,adult,opt_out", "US-TX,adult,opt_in"));
        ConsentQuestion question =
                ConsentQuestion.of("US-TX", AgeBand.ADULT, Purpose.ANALYTICS, ExplicitStatus.NONE, false);

        assertThat(strict.decide(question).allowed()).isFalse();
        assertThat(ConsentRules.builtIn().decide(question).allowed()).isTrue();
        assertThat(strict.fingerprint()).isNotEqualTo(ConsentRules.builtIn().fingerprint());
    }

    @Test
    void aJurisdictionCanHaveARuleOfItsOwnWhenTheUnknownOnesHaveItToo() {
        ConsentRules rules = ConsentRules.parse(
                BUILT_IN.replace(
                        "\n70,tcf,",
                        "\n65,no_push_in_brazil,purpose=marketing_push and jurisdiction=BR|*,DENY,jurisdiction_default_opt_in,\n70,tcf,"));
        ConsentQuestion question =
                ConsentQuestion.of("BR", AgeBand.ADULT, Purpose.MARKETING_PUSH, ExplicitStatus.GRANT, false);

        assertThat(rules.decide(question).rule()).isEqualTo("no_push_in_brazil");
        assertThat(rules.decide(question.in("EU"), List.of("BR")).allowed()).isFalse();
    }
}
