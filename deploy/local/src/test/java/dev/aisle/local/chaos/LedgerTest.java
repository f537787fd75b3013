package dev.aisle.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The checker is checked: what is put in wrong must come out, and nothing else. */
class LedgerTest {
    private static final int PERSONS = 3;
    private static final int EVENTS = 50;

    @Test
    void nothingWrongIsFoundWhereNothingIs() {
        var findings = afterRefineSaw(everything());

        assertThat(findings).isEqualTo(new Findings(PERSONS * EVENTS, PERSONS * EVENTS, 0, 0, 0, 0, List.of()));
        assertThat(findings.clean()).isTrue();
    }

    @Test
    void oneLossBeforeRefineIsOneMissing() {
        var sent = everything();
        sent.remove(new Numbered(1, 17));

        assertThat(afterRefineSaw(sent))
                .isEqualTo(found(1, 0, 0, 0, "person 1, number 17 never came"))
                .returns(false, Findings::clean);
    }

    @Test
    void oneDuplicateIsOneDouble() {
        var sent = everything();
        sent.add(sent.indexOf(new Numbered(2, 5)) + 9, new Numbered(2, 5));

        assertThat(afterRefineSaw(sent)).isEqualTo(found(0, 1, 0, 0, "person 2, number 5 came twice"));
    }

    @Test
    void oneSwapIsOneOutOfOrder() {
        var sent = everything();
        var at = sent.indexOf(new Numbered(0, 30));
        Collections.swap(sent, at, sent.indexOf(new Numbered(0, 31)));

        assertThat(afterRefineSaw(sent)).isEqualTo(found(0, 0, 1, 0, "person 0, number 30 came after number 31"));
    }

    @Test
    void theLastEventOfAPersonIsMissedAsWell() {
        var sent = everything();
        sent.remove(new Numbered(1, EVENTS - 1));

        assertThat(afterRefineSaw(sent).missing()).isOne();
    }

    @Test
    void aLossBehindRefineBreaksItsCountToo() {
        var ledger = acknowledgedAll();
        IntStream.range(0, EVENTS)
                .filter(number -> number != 20)
                .forEach(number -> ledger.arrived(0, number, number + 1L));

        assertThat(ledger.findings())
                .returns(2L * EVENTS + 1, Findings::missing)
                .returns(1L, Findings::sequenceBreaks);
    }

    @Test
    void whatArrivedWithoutAnAnswerIsNoFault() {
        var ledger = new Ledger(1);
        ledger.arrived(0, 0, 1);

        assertThat(ledger.findings()).isEqualTo(new Findings(0, 1, 0, 0, 0, 0, List.of()));
    }

    private static List<Numbered> everything() {
        var all = new ArrayList<Numbered>();
        for (int number = 0; number < EVENTS; number++) {
            for (int person = 0; person < PERSONS; person++) {
                all.add(new Numbered(person, number));
            }
        }
        return all;
    }

    private static Ledger acknowledgedAll() {
        var ledger = new Ledger(PERSONS);
        IntStream.range(0, PERSONS).forEach(person -> ledger.acknowledged(person, 0, EVENTS));
        return ledger;
    }

    /** Refine numbers what it sees, so that only what came in wrong is wrong. */
    private static Findings afterRefineSaw(List<Numbered> events) {
        var ledger = acknowledgedAll();
        var sequences = new long[PERSONS];
        events.forEach(event -> ledger.arrived(event.person(), event.number(), ++sequences[event.person()]));
        return ledger.findings();
    }

    private static Findings found(long missing, long doubled, long swapped, long breaks, String remark) {
        return new Findings(
                PERSONS * EVENTS, PERSONS * EVENTS - missing, missing, doubled, swapped, breaks, List.of(remark));
    }
}
