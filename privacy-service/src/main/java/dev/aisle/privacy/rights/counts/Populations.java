package dev.aisle.privacy.rights.counts;

import dev.aisle.algorithms.privacy.disclosure.Population;
import dev.aisle.algorithms.privacy.disclosure.Population.Cell;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.Session;

/** Groups people by what can be asked for; a person is in one group, and in no answer of these queries. */
@ApplicationScoped
class Populations {
    private static final String CONSENTS = """
        select facts, count(*) from (
            select 'jurisdiction=' || v.jurisdiction
                   || coalesce(',' || string_agg(s.purpose || '=' || s.status, ',' order by s.purpose), '') as facts
            from (select distinct on (pseudonym) id, pseudonym, jurisdiction
                  from consent_version order by pseudonym, version desc) v
            left join consent_statement s on s.version_id = v.id
            group by v.pseudonym, v.jurisdiction) people
        group by facts
        """;
    private static final String REQUESTS = """
        select facts, count(*) from (
            select string_agg(distinct 'type=' || type || ',' || type || '=' || status, ',') as facts
            from subject_request where part_of is null group by pseudonym) people
        group by facts
        """;

    private final Session session;

    Populations(Session session) {
        this.session = session;
    }

    /** The groups as they are now. */
    public Population of(Dataset dataset) {
        String query = switch (dataset) {
            case CONSENTS -> CONSENTS;
            case REQUESTS -> REQUESTS;
        };
        return new Population(session.createNativeQuery(query, Object[].class)
                .getResultStream()
                .map(row -> new Cell(Question.facts((String) row[0]), ((Number) row[1]).longValue()))
                .toList());
    }
}
