package dev.aisle.recommender.serving.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.recommender.serving.domain.PageCursor.Read;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageCursorTest {
    private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void aCursorBringsBackWhatWasShown() {
        long[] shown = Page.first().with(List.of("a", "b", "产品"));

        assertThat(PageCursor.read(PageCursor.of(shown, "q", NOW), "q", NOW.plusSeconds(60), HOUR))
                .isInstanceOfSatisfying(
                        Read.Valid.class, valid -> assertThat(valid.shown()).isEqualTo(shown));
        assertThat(Page.after(shown, "q").hasShown("产品")).isTrue();
        assertThat(Page.after(shown, "q").hasShown("c")).isFalse();
    }

    @Test
    void aThousandProductsFitIntoAMessage() {
        String cursor = PageCursor.of(LongStream.range(0, PageCursor.MOST_SHOWN).toArray(), "q", NOW);

        assertThat(cursor).hasSizeLessThan(7_000);
        assertThat(PageCursor.read(cursor, "q", NOW, HOUR)).isInstanceOf(Read.Valid.class);
    }

    @Test
    void anotherQuestionsCursorIsRefusedWithTheFix() {
        assertThat(refusal(PageCursor.of(new long[] {7}, "q", NOW), NOW)).contains("another question", "first page");
    }

    @Test
    void anOldCursorIsRefusedWithTheFix() {
        Read read = PageCursor.read(PageCursor.of(new long[] {7}, "q", NOW), "q", NOW.plusSeconds(3_601), HOUR);

        assertThat(read)
                .isInstanceOfSatisfying(
                        Read.Refused.class,
                        refused -> assertThat(refused.text()).contains("older", "leave it empty"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"next", "!", "AQ", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void whatIsNoCursorIsRefused(String text) {
        assertThat(refusal(text, NOW)).contains("leave it empty");
    }

    @Test
    void aChangedCursorIsRefused() {
        String cursor = PageCursor.of(new long[] {7, 9}, "other", NOW);
        String changed = cursor.substring(0, 10) + (cursor.charAt(10) == 'A' ? 'B' : 'A') + cursor.substring(11);

        assertThat(PageCursor.read(changed, "other", NOW, HOUR)).isInstanceOf(Read.Refused.class);
    }

    private static String refusal(String cursor, Instant now) {
        return PageCursor.read(cursor, "other", now, HOUR) instanceof Read.Refused(String text) ? text : "";
    }
}
