package org.planlint.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldedWordsTest {
    @TempDir
    Path folder;

    @Test
    void reportsOfEarlierVersionsAreFoundWithoutDiacriticsToo() throws SQLException {
        String url = "jdbc:h2:async:" + folder.resolve("db");
        Flyway.configure(Store.class.getClassLoader())
                .dataSource(url, "", "")
                .locations("classpath:org/planlint/store/tables")
                .target("4")
                .load()
                .migrate();
        try (Connection earlier = DriverManager.getConnection(url);
                Statement insert = earlier.createStatement()) {
            insert.execute(
                    "INSERT INTO reports (id, received, name, verdict, status, errors, warnings, infos, words) VALUES ('a', CURRENT_TIMESTAMP, 'a.docx', 'ACCEPTABLE', 'checked', 0, 0, 0, 'a.docx ủy ban nhân dân tỉnh lâm đồng ')");
        }
        try (Store store = new Store(url, "", "")) {
            for (String search : List.of("lam dong", "Lâm Đồng", "LAM tinh A.DOCX", "")) {
                assertEquals(1, store.reports(search, null, 10).size(), search);
            }
            assertEquals(0, store.reports("lam vien", null, 10).size(), "each word must be there");
        }
    }
}
