<?php echo "<h1>Hello</h1>"; ?>
