package dev.aisle.platform.export;

import dev.aisle.platform.export.SubjectExport.Section;
import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.DefaultBean;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads what this service's tables hold of a person, all of it as of one moment. */
@Singleton
@DefaultBean
public class ExportTables implements PersonExport {
    private final AgroalDataSource dataSource;
    private final String service;
    private final List<ExportedTable> tables;

    ExportTables(AgroalDataSource dataSource, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.dataSource = dataSource;
        this.service = service;
        this.tables = ExportedTable.of(service);
    }

    @Override
    public SubjectExport of(String pseudonym) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            List<Section> sections = new ArrayList<>();
            for (ExportedTable table : tables) {
                sections.add(table.of(connection, pseudonym));
            }
            connection.rollback();
            return new SubjectExport(service, sections);
        } catch (SQLException e) {
            throw new IllegalStateException("An export could not be read: " + e.getMessage(), e);
        }
    }
}
