package dev.aisle.assistant.outside;

import dev.aisle.assistant.knowledge.domain.Passage;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Keeps of what a model wrote only what its passages say: a sentence stands when one sentence of a passage has its numbers with what they
 * count, its deciding words, its negation or none, and enough of what it speaks of. It rather drops what is true than keeps what isn't.
 */
public final class SupportedSentences {
    /** The share of its content words that must be in the source. */
    public static final double USUAL_BAR = 0.9;

    private static final int LONGEST_SENTENCE = 500;
    private static final int MOST_LOOKED_AT = 40;
    /** A sentence of fewer content words stands only when it is a clause of a source as it is. */
    private static final int FEWEST_WORDS = 2;

    private static final Pattern MARKS_AROUND = Pattern.compile("^[\\s\\p{P}]+|[\\s\\p{P}]+$");
    /** Markup, addresses, code: an answer is plain text, and its links are its sources. */
    private static final Pattern NO_PROSE = Pattern.compile(
            "[<>{}`|\\\\\\[\\]]|https?:|www\\.|://|javascript:|data:|@|\\b[a-z0-9-]+\\.(?:com|net|org|io|cn|de|at|co|example|test|shop|xyz|info|ru)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}]|[\\p{Cc}&&[^\\r\\n\\t]]");

    private static final Pattern CITATION = Pattern.compile("\\s*\\[\\d{1,2}]");

    private final double bar;

    public SupportedSentences() {
        this(USUAL_BAR);
    }

    /** @param bar the share of content words that must be in the source, {@code 0 … 1} */
    public SupportedSentences(double bar) {
        this.bar = bar;
    }

    /**
     * What stands.
     *
     * @param answer empty when nothing does
     * @param kept how many sentences
     * @param dropped how many there were besides
     */
    public record Checked(Optional<Composed> answer, int kept, int dropped) {}

    private record Window(String text, Set<String> words) {}

    /** @param most sentences that an answer has at most */
    public Checked check(String written, List<Passage> passages, int most) {
        String plain =
                CITATION.matcher(INVISIBLE.matcher(written).replaceAll("")).replaceAll("");
        List<String> sentences = Sentences.of(plain);
        List<String> kept = new ArrayList<>();
        Set<Passage> sources = new LinkedHashSet<>();
        for (String sentence : sentences.subList(0, Math.min(MOST_LOOKED_AT, sentences.size()))) {
            Passage source = kept.size() < most && !kept.contains(sentence) ? supporting(sentence, passages) : null;
            if (source != null) {
                kept.add(sentence);
                sources.add(source);
            }
        }
        Optional<Composed> answer =
                kept.isEmpty() ? Optional.empty() : Optional.of(new Composed(joined(kept), List.copyOf(sources)));
        return new Checked(answer, kept.size(), sentences.size() - kept.size());
    }

    private static String joined(List<String> sentences) {
        StringBuilder text = new StringBuilder();
        for (String sentence : sentences) {
            boolean blank = !text.isEmpty() && "。！？；".indexOf(text.charAt(text.length() - 1)) < 0;
            text.append(blank ? " " : "").append(sentence);
        }
        return text.toString();
    }

    private @Nullable Passage supporting(String sentence, List<Passage> passages) {
        // A question promises nothing, and may ask a shopper for what nobody should tell.
        if (sentence.length() > LONGEST_SENTENCE
                || sentence.endsWith("?")
                || sentence.endsWith("？")
                || NO_PROSE.matcher(sentence).find()) {
            return null;
        }
        Set<String> words = ContentWords.of(sentence);
        return passages.stream()
                .filter(passage -> words.size() < FEWEST_WORDS
                        ? isClauseOf(passage, sentence)
                        : supports(passage, sentence, words))
                .findFirst()
                .orElse(null);
    }

    /** One word is in too many texts to be supported by that. */
    private static boolean isClauseOf(Passage passage, String sentence) {
        String said = bare(sentence);
        return Sentences.of(passage.text()).stream()
                .flatMap(one -> Sentences.clauses(one).stream())
                .anyMatch(clause -> bare(clause).equals(said));
    }

    private static String bare(String clause) {
        return MARKS_AROUND.matcher(clause.toLowerCase(Locale.ROOT)).replaceAll("");
    }

    private boolean supports(Passage passage, String sentence, Set<String> words) {
        Set<String> context = ContentWords.of(
                passage.heading() == null ? passage.title() : passage.title() + " " + passage.heading());
        List<Window> sentences = windows(Sentences.of(passage.text()));
        List<Window> clauses = windows(sentences.stream()
                .flatMap(window -> Sentences.clauses(window.text()).stream())
                .toList());
        if (sayings(clauses, context, sentence, words) == Saying.THIS) {
            return true;
        }
        boolean contradicted = Sentences.clauses(sentence).stream()
                .anyMatch(clause -> sayings(clauses, context, clause, ContentWords.of(clause)) == Saying.OTHERWISE);
        return !contradicted
                && sentences.stream()
                        .anyMatch(window -> covers(window, context, words)
                                && says(window, sentence)
                                && DecidingWords.of(sentence).containsAll(DecidingWords.of(window.text())));
    }

    /** What clauses say of something. */
    private enum Saying {
        THIS,
        OTHERWISE,
        NOTHING
    }

    /** A clause that speaks of the same and says something else is against it, unless another one says it. */
    private Saying sayings(List<Window> clauses, Set<String> context, String sentence, Set<String> words) {
        List<Window> ofIt = words.isEmpty()
                ? List.of()
                : clauses.stream()
                        .filter(clause -> covers(clause, context, words))
                        .toList();
        if (ofIt.isEmpty()) {
            return Saying.NOTHING;
        }
        return ofIt.stream().anyMatch(clause -> says(clause, sentence)) ? Saying.THIS : Saying.OTHERWISE;
    }

    private static List<Window> windows(List<String> texts) {
        return texts.stream()
                .map(text -> new Window(text, ContentWords.of(text)))
                .toList();
    }

    private boolean covers(Window window, Set<String> context, Set<String> words) {
        long said = words.stream()
                .filter(word -> window.words().contains(word) || context.contains(word))
                .count();
        return said >= bar * words.size();
    }

    private static boolean says(Window window, String sentence) {
        Set<Quantities.Quantity> said = Quantities.of(window.text());
        return DecidingWords.negated(window.text()) == DecidingWords.negated(sentence)
                && DecidingWords.of(window.text()).containsAll(DecidingWords.of(sentence))
                && Quantities.all(window.text(), sentence)
                && Quantities.of(sentence).stream()
                        .allMatch(quantity -> said.stream().anyMatch(quantity::saidBy));
    }
}
