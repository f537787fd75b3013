package dev.aisle.local.importer;

import dev.aisle.local.client.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * MovieLens (GroupLens) as a media site: films, and who rated them, by the events of the pack {@code media}. Its ratings are of two decades; they are
 * squeezed into the year before today, their order kept, since what people did is kept for 13 months.
 *
 * @see <a href="https://grouplens.org/datasets/movielens/">MovieLens</a>
 */
final class MovieLens {
    static final String NAME = "movielens";
    private static final String NO_GENRE = "(no genres listed)";
    private static final Pattern TITLE_YEAR = Pattern.compile("(.+?)\\s*\\((\\d{4})\\)");
    private static final Pattern ARTICLE_LAST = Pattern.compile("(.+), (The|A|An|La|Le|Les|Il|El|Das|Der|Die)");
    private static final Duration YEAR = Duration.ofDays(360);

    private final Collected collected = new Collected(NAME);
    private final List<Rating> ratings = new ArrayList<>();

    private record Rating(String user, String movie, String stars, Instant at) {}

    static boolean isRatings(CsvFile file) {
        return file.has("userId", "movieId", "rating", "timestamp");
    }

    static boolean isMovies(CsvFile file) {
        return file.has("movieId", "title", "genres");
    }

    Collected read(Optional<CsvFile> movies, Optional<CsvFile> rated) {
        movies.ifPresent(file -> file.forEach(this::movie, collected::add));
        rated.ifPresent(file -> file.forEach(this::rating, collected::add));
        squeezed();
        return collected;
    }

    private void movie(Row row) throws BadRow {
        String id = idOf(row);
        Matcher parts = TITLE_YEAR.matcher(row.required("title"));
        boolean dated = parts.matches();
        var product = Json.object()
                .put("productId", id)
                .put("domain", "media")
                .put("title", titleOf(dated ? parts.group(1) : row.text("title")))
                .put("inStock", true);
        var attributes = product.putObject("attributes");
        String genres = row.text("genres");
        if (!genres.isEmpty() && !genres.equals(NO_GENRE)) {
            attributes.put("genre", genres);
        }
        if (dated) {
            attributes.put("year", parts.group(2));
        }
        collected.add(id, product);
    }

    /** "Matrix, The" is called "The Matrix". */
    private static String titleOf(String title) {
        Matcher parts = ARTICLE_LAST.matcher(title);
        return parts.matches() ? parts.group(2) + " " + parts.group(1) : title;
    }

    private static String idOf(Row row) throws BadRow {
        return "movie-" + row.whole("movieId");
    }

    private void rating(Row row) throws BadRow {
        String stars = row.number("rating").toPlainString();
        ratings.add(new Rating(row.required("userId"), idOf(row), stars, row.time("timestamp")));
    }

    private void squeezed() {
        if (ratings.isEmpty()) {
            return;
        }
        Instant first = ratings.stream().map(Rating::at).min(Instant::compareTo).orElseThrow();
        Instant last = ratings.stream().map(Rating::at).max(Instant::compareTo).orElseThrow();
        Instant yesterday = Instant.now().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(1));
        double share = YEAR.toSeconds()
                / (double) Math.max(1, Duration.between(first, last).toSeconds());
        for (Rating rating : ratings) {
            long before = Math.round(Duration.between(rating.at(), last).toSeconds() * share);
            collected.add(event(rating, yesterday.minusSeconds(before)));
            collected.used();
        }
    }

    private static Item event(Rating rating, Instant at) {
        var json = Segment.track(
                MessageIds.of(NAME, rating.user() + ":" + rating.movie()),
                "rated",
                String.format(Locale.ROOT, "viewer-%s", rating.user()),
                at);
        json.putObject("properties").put("video_id", rating.movie()).put("stars", rating.stars());
        return Segment.item(json, json.path("userId").asText());
    }
}
