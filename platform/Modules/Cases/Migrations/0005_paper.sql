-- Of an application that came on paper: the day it reached the office, and the file that is its scan.
alter table cases_case add column received_on date null;
alter table cases_case add column scan_id uuid null;
