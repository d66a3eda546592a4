package org.planlint.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.text.Normalizer;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.planlint.text.NormalText;

/** Words that are searched without diacritics: “lam dong” finds “Lâm Đồng”. As a migration it folds those of earlier versions. */
final class FoldedWords implements JavaMigration {
    private static final MigrationVersion VERSION = MigrationVersion.fromVersion("5.1");

    /** In capitals, without diacritics. */
    static String of(String... parts) {
        StringBuilder words = new StringBuilder();
        for (String part : parts) {
            words.append(part == null ? "" : Normalizer.normalize(part, Normalizer.Form.NFC))
                    .append(' ');
        }
        return NormalText.fold(words.toString());
    }

    @Override
    public MigrationVersion getVersion() {
        return VERSION;
    }

    @Override
    public String getDescription() {
        return "folded words";
    }

    @Override
    public Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        try (Statement all = connection.createStatement();
                ResultSet rows = all.executeQuery("SELECT id, words FROM reports");
                PreparedStatement folded = connection.prepareStatement("UPDATE reports SET words = ? WHERE id = ?")) {
            while (rows.next()) {
                folded.setString(1, of(rows.getString("words")));
                folded.setString(2, rows.getString("id"));
                folded.addBatch();
            }
            folded.executeBatch();
        }
    }
}
