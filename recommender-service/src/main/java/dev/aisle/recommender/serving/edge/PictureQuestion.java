package dev.aisle.recommender.serving.edge;

import dev.aisle.recommender.catalog.ItemFilter;
import dev.aisle.recommender.serving.domain.ItemQuery;
import dev.aisle.recommender.serving.domain.RecommendQuery.Shape;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A checked question with a picture.
 *
 * @param file as it came
 * @param question names it for its cursors
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way to a reader, never compared
record PictureQuestion(byte[] file, ItemQuery query, String question) {
    /** Of use only when the checks found nothing. */
    static PictureQuestion of(
            byte[] file, int size, ItemFilter filter, Desk.Cursor cursor, Shape shape, Desk desk, Checks checks) {
        checks.size("size", size);
        desk.checkDomain(filter, checks);
        String question = Questions.ofItems("similar-to-image", List.of(hash(file)), List.of(), filter);
        return new PictureQuestion(
                file, new ItemQuery(List.of(), size, filter, desk.page(cursor, question, checks), shape), question);
    }

    private static String hash(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
