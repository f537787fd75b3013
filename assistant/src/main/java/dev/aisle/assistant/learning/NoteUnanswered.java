package dev.aisle.assistant.learning;

import dev.aisle.algorithms.privacy.pii.StorableText;
import dev.aisle.assistant.shared.Language;
import dev.aisle.text.SentenceModels;
import dev.aisle.text.TextModel;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;

/** Notes a question that nothing answered, masked, for the editor of the articles. */
@Singleton
public class NoteUnanswered {
    private static final int LONGEST = 300;
    private static final float[] NO_POINT = {};
    /** Numbers of orders and the like, which the mask of secrets leaves. */
    private static final Pattern LONG_NUMBER = Pattern.compile("\\p{Nd}{4,}");

    private final MayLearn mayLearn;
    private final UnansweredRepository unanswered;
    private final SentenceModels models;

    NoteUnanswered(MayLearn mayLearn, UnansweredRepository unanswered, SentenceModels models) {
        this.mayLearn = mayLearn;
        this.unanswered = unanswered;
        this.models = models;
    }

    /**
     * Notes it; the same text in the same conversation counts once.
     *
     * @param subject a pseudonym; empty when nobody is known
     */
    public void note(UUID conversation, String subject, Language language, String text) {
        StorableText masked = masked(text);
        if (masked.text().codePoints().noneMatch(Character::isLetter)) {
            return;
        }
        mayLearn.write(subject, person -> {
            UUID id = UUID.nameUUIDFromBytes((conversation + "\n" + masked).getBytes(StandardCharsets.UTF_8));
            float[] point = models.embed(
                            language == Language.CHINESE ? TextModel.CHINESE : TextModel.ENGLISH, masked.text())
                    .orElse(NO_POINT);
            unanswered.insert(
                    new AskedQuestion(id, person, language.tag(), masked, point, Instant.now()), conversation);
        });
    }

    private static StorableText masked(String text) {
        String plain = LONG_NUMBER
                .matcher(StorableText.of(text).text())
                .replaceAll("#")
                .replace("\0", "")
                .strip();
        return StorableText.of(
                plain.codePointCount(0, plain.length()) <= LONGEST
                        ? plain
                        : plain.substring(0, plain.offsetByCodePoints(0, LONGEST)));
    }
}
