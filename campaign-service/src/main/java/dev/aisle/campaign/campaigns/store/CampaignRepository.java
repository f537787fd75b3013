package dev.aisle.campaign.campaigns.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aisle.campaign.campaigns.domain.life.Deed;
import dev.aisle.campaign.campaigns.domain.life.Life;
import dev.aisle.campaign.campaigns.domain.life.Life.State;
import dev.aisle.campaign.campaigns.domain.life.Version;
import dev.aisle.campaign.campaigns.domain.life.Version.Stage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** Campaigns, their versions, and who did what. */
@ApplicationScoped
public class CampaignRepository {
    private static final String LIFE = "select id, state, running_version, newest_version, revision from campaign ";
    private static final String VERSION = """
            select campaign_id, version, stage, definition, author, made_at, approver, approved_at
            from campaign_version where campaign_id = :id
            """;
    private static final String RUNNING = """
            select v.campaign_id, v.version, v.stage, v.definition, v.author, v.made_at, v.approver, v.approved_at
            from campaign c join campaign_version v on v.campaign_id = c.id and v.version = c.running_version
            where c.state = 'running' order by c.id
            """;
    private static final String SHOWN = """
            select v.campaign_id, v.version, v.stage, v.definition, v.author, v.made_at, v.approver, v.approved_at
            from campaign c join campaign_version v
                on v.campaign_id = c.id and v.version in (c.newest_version, coalesce(c.running_version, c.newest_version))
            order by c.id
            """;
    private static final String LATEST = """
            select distinct on (campaign_id) campaign_id, version, deed, actor, at, note from campaign_deed
            where deed = :deed order by campaign_id, number desc
            """;
    private static final String PUT_LIFE = """
            insert into campaign (id, state, running_version, newest_version, revision)
            values (:id, :state, :running, :newest, :revision)
            on conflict (id) do update set state = excluded.state, running_version = excluded.running_version,
                newest_version = excluded.newest_version, revision = excluded.revision
            """;
    private static final String ADD_VERSION = """
            insert into campaign_version (campaign_id, version, stage, definition, author, made_at)
            values (:id, :version, :stage, :definition, :author, :at)
            """;
    private static final String REPLACE = """
            update campaign_version set stage = 'replaced'
            where campaign_id = :id and version < :version and stage in ('draft', 'in_review')
            """;
    private static final String ADD_DEED = """
            insert into campaign_deed (campaign_id, version, deed, actor, at, note)
            values (:id, :version, :deed, :actor, :at, :note)
            """;

    private final Session database;
    private final ObjectMapper json;

    CampaignRepository(Session database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Counts every change of what may run. One row, so that asking it costs next to nothing. */
    public long stamp() {
        return database.createNativeQuery("select changes from campaign_stamp", Long.class)
                .getSingleResult();
    }

    /** Every campaign, by id. */
    public List<Life> all() {
        return database.createNativeQuery(LIFE + "order by id", Tuple.class)
                .getResultStream()
                .map(CampaignRepository::life)
                .toList();
    }

    /** One campaign. */
    public Optional<Life> one(String id) {
        return database.createNativeQuery(LIFE + "where id = :id", Tuple.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .map(CampaignRepository::life);
    }

    /** Makes whoever changes campaigns do so one after the other, and says that something changes. */
    public void lockAll() {
        database.createNativeMutationQuery("update campaign_stamp set changes = changes + 1")
                .executeUpdate();
    }

    /** The running versions of those that run, by id. */
    public List<Version> running() {
        return database.createNativeQuery(RUNNING, Tuple.class)
                .getResultStream()
                .map(this::version)
                .toList();
    }

    /** Of every campaign the running version and the newest, by id; one where both are the same. */
    public List<Version> shown() {
        return database.createNativeQuery(SHOWN, Tuple.class)
                .getResultStream()
                .map(this::version)
                .toList();
    }

    /** Of every campaign with which this was done the last time that it was, by id. */
    public Map<String, Deed> latest(String deed) {
        return database.createNativeQuery(LATEST, Tuple.class)
                .setParameter("deed", deed)
                .getResultStream()
                .collect(Collectors.toMap(
                        row -> row.get(0, String.class),
                        row -> new Deed(
                                row.get(1, Integer.class),
                                row.get(2, String.class),
                                row.get(3, String.class),
                                row.get(4, Instant.class),
                                row.get(5, String.class))));
    }

    /** A version. */
    public Optional<Version> version(String id, int number) {
        return database.createNativeQuery(VERSION + " and version = :version", Tuple.class)
                .setParameter("id", id)
                .setParameter("version", number)
                .getResultStream()
                .findFirst()
                .map(this::version);
    }

    /** All versions of a campaign, the newest first. */
    public List<Version> versions(String id) {
        return database.createNativeQuery(VERSION + " order by version desc", Tuple.class)
                .setParameter("id", id)
                .getResultStream()
                .map(this::version)
                .toList();
    }

    /** What was done with a campaign, the latest first. */
    public List<Deed> deeds(String id) {
        return database.createNativeQuery(
                        "select version, deed, actor, at, note from campaign_deed where campaign_id = :id order by number desc",
                        Tuple.class)
                .setParameter("id", id)
                .getResultStream()
                .map(row -> new Deed(
                        row.get(0, Integer.class),
                        row.get(1, String.class),
                        row.get(2, String.class),
                        row.get(3, Instant.class),
                        row.get(4, String.class)))
                .toList();
    }

    /** Writes where a campaign stands. */
    public void put(Life life) {
        database.createNativeMutationQuery(PUT_LIFE)
                .setParameter("id", life.id())
                .setParameter("state", life.state().code())
                .setParameter("running", life.running(), Integer.class)
                .setParameter("newest", life.newest())
                .setParameter("revision", life.revision())
                .executeUpdate();
    }

    /** Adds a version; drafts and reviews before it are replaced by it. */
    public void add(Version version) {
        database.createNativeMutationQuery(REPLACE)
                .setParameter("id", version.campaign())
                .setParameter("version", version.number())
                .executeUpdate();
        database.createNativeMutationQuery(ADD_VERSION)
                .setParameter("id", version.campaign())
                .setParameter("version", version.number())
                .setParameter("stage", version.stage().code())
                .setParameter("definition", write(version.definition()))
                .setParameter("author", version.author())
                .setParameter("at", version.madeAt())
                .executeUpdate();
    }

    /** Sets how far a version came. */
    public void setStage(String id, int number, Stage stage) {
        database.createNativeMutationQuery(
                        "update campaign_version set stage = :stage where campaign_id = :id and version = :version")
                .setParameter("stage", stage.code())
                .setParameter("id", id)
                .setParameter("version", number)
                .executeUpdate();
    }

    /** Notes who approved a version. */
    public void approve(String id, int number, String approver, Instant at) {
        setStage(id, number, Stage.APPROVED);
        database.createNativeMutationQuery(
                        "update campaign_version set approver = :approver, approved_at = :at where campaign_id = :id and version = :version")
                .setParameter("approver", approver)
                .setParameter("at", at)
                .setParameter("id", id)
                .setParameter("version", number)
                .executeUpdate();
    }

    /** Notes what was done. */
    public void note(String id, Deed deed) {
        database.createNativeMutationQuery(ADD_DEED)
                .setParameter("id", id)
                .setParameter("version", deed.version())
                .setParameter("deed", deed.deed())
                .setParameter("actor", deed.actor())
                .setParameter("at", deed.at())
                .setParameter("note", deed.note())
                .executeUpdate();
    }

    private static Life life(Tuple row) {
        return new Life(
                row.get(0, String.class),
                State.valueOf(row.get(1, String.class).toUpperCase(Locale.ROOT)),
                row.get(2, Integer.class),
                row.get(3, Integer.class),
                row.get(4, Long.class));
    }

    private Version version(Tuple row) {
        return new Version(
                row.get(0, String.class),
                row.get(1, Integer.class),
                Stage.of(row.get(2, String.class)),
                read(row.get(3, String.class)),
                row.get(4, String.class),
                row.get(5, Instant.class),
                row.get(6, String.class),
                row.get(7, Instant.class));
    }

    private String write(JsonNode definition) {
        try {
            return json.writeValueAsString(definition);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree is always JSON", e);
        }
    }

    private JsonNode read(String definition) {
        try {
            return json.readTree(definition);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored definition is not JSON", e);
        }
    }
}
