package dev.aisle.local.importer;

import dev.aisle.local.shell.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What to import.
 *
 * @param path    a file, or a folder of a known data set
 * @param columns {@code field=column} pairs for a file of one's own; empty for none
 * @param catalog whether a file of one's own is a catalogue
 */
public record ImportSource(Path path, String columns, boolean catalog) {
    /** Recognises the files by their headers and reads them. */
    public Collected read() {
        if (!Files.exists(path)) {
            throw new CommandFailure("There is no " + path + ".");
        }
        var files = files().stream().map(CsvFile::open).toList();
        var transactions = first(files, CompleteJourney::isTransactions);
        var products = first(files, CompleteJourney::isProducts);
        if (columns.isEmpty() && (transactions.isPresent() || products.isPresent())) {
            return new CompleteJourney().read(products, catalog ? Optional.empty() : transactions);
        }
        var retail = first(files, OnlineRetail::recognises);
        if (columns.isEmpty() && retail.isPresent()) {
            return new OnlineRetail().read(retail.get());
        }
        var movies = first(files, MovieLens::isMovies);
        var ratings = first(files, MovieLens::isRatings);
        if (columns.isEmpty() && (movies.isPresent() || ratings.isPresent())) {
            return new MovieLens().read(movies, catalog ? Optional.empty() : ratings);
        }
        if (files.size() != 1) {
            throw new CommandFailure(
                    path + " holds no data set that is known (completejourney, online_retail, movielens); "
                            + "import its files one by one with --columns.");
        }
        return catalog
                ? new MappedCatalogue(files.getFirst(), ColumnMapping.parse(columns, ColumnMapping.CATALOGUE_FIELDS))
                        .read()
                : new MappedEvents(files.getFirst(), ColumnMapping.parse(columns, ColumnMapping.EVENT_FIELDS)).read();
    }

    private static Optional<CsvFile> first(List<CsvFile> files, Predicate<CsvFile> wanted) {
        return files.stream().filter(wanted).findFirst();
    }

    private List<Path> files() {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> inside = Files.list(path)) {
            return inside.filter(file -> file.toString().matches(".*\\.(csv|tsv)(\\.gz)?"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new CommandFailure("Cannot read the folder " + path + ": " + e.getMessage(), e);
        }
    }

    /** Tells one import from another: a changed file or mapping begins anew. */
    String fingerprint() {
        var text = new StringBuilder(path.toAbsolutePath().normalize() + "|" + columns + "|" + catalog);
        for (var file : files()) {
            try {
                text.append('|').append(file.getFileName()).append(':').append(Files.size(file));
            } catch (IOException e) {
                throw new CommandFailure("Cannot read " + file + ": " + e.getMessage(), e);
            }
        }
        return Integer.toHexString(text.toString().hashCode());
    }
}
