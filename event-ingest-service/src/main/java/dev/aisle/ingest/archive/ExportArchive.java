package dev.aisle.ingest.archive;

import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.aisle.contracts.common.v1.Common;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.Refinement;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.ingest.archive.files.ArchiveDirectory;
import dev.aisle.ingest.archive.files.ParquetFiles;
import dev.aisle.ingest.archive.files.Steps;
import dev.aisle.platform.erasure.ErasedSubjects;
import dev.aisle.platform.export.PersonExport;
import dev.aisle.platform.export.SubjectExport;
import dev.aisle.platform.export.SubjectExport.Field;
import dev.aisle.platform.export.SubjectExport.Section;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the archive holds of a person, for that person. */
@ApplicationScoped
class ExportArchive implements PersonExport {
    private static final int MOST_ROWS = 100_000;

    private final ArchiveConfig config;
    private final ErasedSubjects erased;
    private final String service;
    private final List<Field> fields = Stream.concat(
                    ShopEvent.getDescriptor().getFields().stream()
                            .filter(field -> field.getNumber() != ShopEvent.REFINEMENT_FIELD_NUMBER),
                    Refinement.getDescriptor().getFields().stream())
            .map(ExportArchive::field)
            .toList();

    ExportArchive(
            ArchiveConfig config,
            ErasedSubjects erased,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.config = config;
        this.erased = erased;
        this.service = service;
    }

    /** It, as far as it is in files: an event gets there within {@link ArchiveConfig#flushAfter}. */
    @Override
    public SubjectExport of(String pseudonym) throws IOException {
        Path root = config.directory().orElse(null);
        List<Map<String, Object>> rows = root == null || erased.contains(pseudonym) ? List.of() : rows(root, pseudonym);
        boolean complete = rows.size() <= MOST_ROWS;
        return new SubjectExport(
                service,
                List.of(new Section(
                        "archived events",
                        "the shop, by the door",
                        config.retentionDays() + " days, and no longer than until the person is erased",
                        complete,
                        fields,
                        complete ? rows : rows.subList(0, MOST_ROWS))));
    }

    private List<Map<String, Object>> rows(Path root, String pseudonym) throws IOException {
        ArchiveDirectory directory = new ArchiveDirectory(root, Steps.UNWATCHED);
        ParquetFiles parquet = new ParquetFiles(directory.unfinished(), config.memoryLimit());
        return directory.read(files -> parquet.of(files, pseudonym, MOST_ROWS + 1));
    }

    private static Field field(FieldDescriptor field) {
        List<Purpose> own = field.getOptions().getExtension(Common.purposes);
        List<Purpose> purposes = own.isEmpty() ? List.of(Purpose.NECESSARY) : own;
        return new Field(
                field.getName(),
                purposes.stream()
                        .map(purpose -> purpose.name().toLowerCase(Locale.ROOT))
                        .toList());
    }
}
